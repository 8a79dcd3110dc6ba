import { useState } from 'preact/hooks';
import type { ConsoleWebhook, ConsoleWebhookBody, WebhookTest } from '../../api/webhook.ts';
import { RefusedError } from '../api/refused.ts';
import { request } from '../api/request.ts';
import { Ask } from '../forms/ask.tsx';
import { Field } from '../forms/field.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { dateTimeOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';

interface WebhookFormProps {
  readonly saved: ConsoleWebhook | null;
  readonly onSaved: (body: ConsoleWebhookBody) => void;
}

/** The webhook's address, saved, tried and deleted. */
export function WebhookForm({ saved, onSaved }: WebhookFormProps) {
  const { language, words } = useSpoken();
  const { common, webhook } = words;
  const [url, setUrl] = useState(saved?.url ?? '');
  const [enabled, setEnabled] = useState(saved?.enabled ?? true);
  const [error, setError] = useState<unknown>(null);
  const [test, setTest] = useState<WebhookTest | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setError(null);
    setTest(null);
    await work().catch(setError);
    setIsBusy(false);
  };
  const save = (event: Event) => {
    event.preventDefault();
    void run(async () =>
      onSaved(await request<ConsoleWebhookBody>('/webhook', { method: 'PUT', body: { url, enabled } })),
    );
  };
  const remove = async () => {
    await request('/webhook', { method: 'DELETE' });
    setUrl('');
    onSaved({ webhook: null });
  };
  return (
    <form onSubmit={save}>
      <Field
        label={webhook.url}
        name="url"
        type="url"
        required
        autocomplete="off"
        placeholder="https://example.com/hook"
        value={url}
        fault={isUrlWrong(error) ? webhook.urlWrong : null}
        hint={saved ? webhook.since(dateTimeOf(saved.updatedAtMs, language)) : webhook.none}
        onValue={setUrl}
      />
      <label class="check">
        <input type="checkbox" checked={enabled} onChange={({ currentTarget }) => setEnabled(currentTarget.checked)} />
        <span>{webhook.enabled}</span>
      </label>
      <RefusalNotice error={isUrlWrong(error) ? null : error} />
      {test ? (
        <Notice kind={test.isDelivered ? 'good' : 'bad'}>
          {test.isDelivered
            ? webhook.delivered(test.status ?? 200)
            : webhook.notDelivered(test.error ?? (test.status === null ? webhook.noAnswer : `HTTP ${test.status}`))}
        </Notice>
      ) : null}
      <div class="buttons">
        <button type="submit" class="primary" disabled={isBusy}>
          {common.save}
        </button>
        {saved ? (
          <>
            <button
              type="button"
              disabled={isBusy}
              onClick={() =>
                void run(async () => setTest(await request<WebhookTest>('/webhook/test', { method: 'POST' })))
              }
            >
              {webhook.test}
            </button>
            <button type="button" disabled={isBusy} onClick={() => setIsAsking(true)}>
              {common.remove}
            </button>
          </>
        ) : null}
      </div>
      {isAsking ? (
        <Ask
          title={webhook.removeTitle}
          text={webhook.removeText}
          action={common.remove}
          onDo={remove}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </form>
  );
}

const isUrlWrong = (error: unknown): boolean =>
  error instanceof RefusedError && error.fields.some(({ loc }) => loc.includes('url'));
