import { timestamp } from '../contract/timestamp.ts';
import type { WebhookEvent } from '../store/webhook-store.ts';

/** What is posted for an event, as text: the signature covers its bytes. */
export const eventBody = ({ event, analysisId, status, percentage, sequence, createdAtMs }: WebhookEvent): string =>
  JSON.stringify({ event, video_id: analysisId, status, percentage, sequence, timestamp: timestamp(createdAtMs) });
