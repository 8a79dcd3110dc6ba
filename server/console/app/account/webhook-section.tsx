import type { ConsoleWebhookBody } from '../../api/webhook.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { WebhookForm } from './webhook-form.tsx';

/** Where events are posted. */
export function WebhookSection() {
  const { common, webhook } = useWords();
  const { body, error, reload, replace } = useLoaded<ConsoleWebhookBody>('/webhook');
  return (
    <section class="card" aria-label={webhook.title}>
      <p class="soft">{webhook.hint}</p>
      <RefusalNotice error={error} onAgain={reload} />
      {body === null && error === null ? <p class="hint">{common.loading}</p> : null}
      {body ? <WebhookForm saved={body.webhook} onSaved={replace} /> : null}
      <p class="hint">
        {webhook.secret} <code>stridelab webhooks secret</code>
      </p>
    </section>
  );
}
