import { useState } from 'preact/hooks';
import type { SessionBody } from '../../api/session.ts';
import { request } from '../api/request.ts';
import { Field } from '../forms/field.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { useWords } from '../words/use-words.ts';

/** Who is signed in, and a new password. */
export function PersonSection({ session }: { readonly session: SessionBody }) {
  const { person } = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isChanged, setIsChanged] = useState(false);
  const change = async (event: Event) => {
    event.preventDefault();
    setError(null);
    setIsChanged(false);
    await request('/session/password', { method: 'PUT', body: { current, next } }).then(() => {
      setIsChanged(true);
      setCurrent('');
      setNext('');
    }, setError);
  };
  return (
    <section class="card" aria-label={person.title}>
      <dl class="facts">
        <div>
          <dt>{person.signedInAs}</dt>
          <dd>{session.name}</dd>
        </div>
        <div>
          <dt>{person.partner}</dt>
          <dd>{session.partner}</dd>
        </div>
      </dl>
      <form onSubmit={(event) => void change(event)}>
        <h2>{person.password}</h2>
        {/* For password managers. */}
        <input type="text" name="username" autocomplete="username" value={session.name} readOnly hidden />
        <div class="field-row">
          <Field
            label={person.current}
            name="current-password"
            type="password"
            autocomplete="current-password"
            required
            value={current}
            onValue={setCurrent}
          />
          <Field
            label={person.next}
            name="new-password"
            type="password"
            autocomplete="new-password"
            required
            minLength={12}
            maxLength={200}
            value={next}
            hint={person.rule}
            onValue={setNext}
          />
        </div>
        <RefusalNotice error={error} />
        {isChanged ? <Notice kind="good">{person.changed}</Notice> : null}
        <button type="submit" class="primary">
          {person.change}
        </button>
      </form>
    </section>
  );
}
