import { useState } from 'preact/hooks';
import type { ConsoleKey, ConsoleKeyList, CreatedConsoleKey } from '../../api/account.ts';
import { request } from '../api/request.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Ask } from '../forms/ask.tsx';
import { Field } from '../forms/field.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { CreatedKey } from './created-key.tsx';
import { KeyTable } from './key-table.tsx';

/** What is asked about before it is done. */
interface Asked {
  readonly key: ConsoleKey;
  readonly action: 'rotate' | 'revoke';
}

/** API keys: made, shown once, rotated, revoked. */
export function KeysSection() {
  const { keys } = useWords();
  const { body, error, reload } = useLoaded<ConsoleKeyList>('/keys');
  const [label, setLabel] = useState('');
  const [created, setCreated] = useState<CreatedConsoleKey | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const create = async (event: Event) => {
    event.preventDefault();
    setRefusal(null);
    await request<CreatedConsoleKey>('/keys', { method: 'POST', body: { label: label.trim() || null } }).then(
      (made) => {
        setCreated(made);
        setLabel('');
        reload();
      },
      setRefusal,
    );
  };
  const run = async ({ key, action }: Asked) => {
    const path = `/keys/${encodeURIComponent(key.keyId)}`;
    if (action === 'rotate') setCreated(await request<CreatedConsoleKey>(`${path}/rotate`, { method: 'POST' }));
    else await request(path, { method: 'DELETE' });
    reload();
  };
  return (
    <section class="card" aria-label={keys.title}>
      <p class="soft">{keys.hint}</p>
      <form class="inline-form" onSubmit={(event) => void create(event)}>
        <Field label={keys.label} name="label" maxLength={100} autocomplete="off" value={label} onValue={setLabel} />
        <button type="submit" class="primary">
          {keys.create}
        </button>
      </form>
      {created ? <CreatedKey key={created.keyId} created={created} onClose={() => setCreated(null)} /> : null}
      <RefusalNotice error={refusal ?? error} {...(error ? { onAgain: reload } : {})} />
      {body?.keys.length === 0 ? <p class="empty">{keys.empty}</p> : null}
      {body && body.keys.length > 0 ? (
        <KeyTable keys={body.keys} onAsk={(key, action) => setAsked({ key, action })} />
      ) : null}
      {asked ? (
        <Ask
          title={asked.action === 'rotate' ? keys.rotateTitle : keys.revokeTitle}
          text={asked.action === 'rotate' ? keys.rotateText : keys.revokeText}
          action={keys[asked.action]}
          onDo={() => run(asked)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  );
}
