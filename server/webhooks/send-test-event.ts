import type { WebhookTestEventBody } from '../contract/schemas/webhook-event.ts';
import { timestamp } from '../contract/timestamp.ts';
import type { AttemptOutcome, WebhookSettings } from '../store/webhook-store.ts';
import type { PostMessage } from './post-message.ts';

/** How a test event fared. */
export interface TestedWebhook extends AttemptOutcome {
  readonly latencyMs: number;
}

/** Posts `webhook.test`, an event of no analysis, once. It is told apart by its name and its sequence 0. */
export async function sendTestEvent(
  settings: WebhookSettings,
  post: PostMessage,
  { id, now }: { readonly id: string; readonly now: () => number },
): Promise<TestedWebhook> {
  const startMs = now();
  const body: WebhookTestEventBody = {
    event: 'webhook.test',
    video_id: id,
    status: 'success',
    percentage: 100,
    sequence: 0,
    timestamp: timestamp(startMs),
  };
  const message = { id, body: JSON.stringify(body) };
  const outcome = await post(message, settings, new AbortController().signal);
  return { ...outcome, latencyMs: now() - startMs };
}
