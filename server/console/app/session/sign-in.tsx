import { useEffect, useState } from 'preact/hooks';
import type { SessionBody } from '../../api/session.ts';
import { request } from '../api/request.ts';
import { Field } from '../forms/field.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { Logo } from '../shell/logo.tsx';
import { Preferences } from '../shell/preferences.tsx';
import { useWords } from '../words/use-words.ts';

interface SignInProps {
  /** Somebody was signed in a moment ago. */
  readonly hasEnded: boolean;
  readonly onSignedIn: (session: SessionBody) => void;
}

/** Asks who it is. */
export function SignIn({ hasEnded, onSignedIn }: SignInProps) {
  const { session: words } = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    document.title = `${words.title} · StrideLab`;
  }, [words]);
  const signIn = async (event: Event) => {
    event.preventDefault();
    setIsBusy(true);
    setError(null);
    await request<SessionBody>('/session', { method: 'POST', body: { name, password } }).then(onSignedIn, setError);
    setIsBusy(false);
  };
  return (
    <div class="sign-in">
      <main>
        <p class="brand">
          <Logo />
          <span>StrideLab</span>
        </p>
        <h1>{words.title}</h1>
        <p class="soft">{words.promise}</p>
        {hasEnded && error === null ? <Notice kind="plain">{words.ended}</Notice> : null}
        <form onSubmit={(event) => void signIn(event)}>
          <Field label={words.name} name="username" autocomplete="username" required value={name} onValue={setName} />
          <Field
            label={words.password}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onValue={setPassword}
          />
          <RefusalNotice error={error} />
          <button type="submit" class="primary" disabled={isBusy}>
            {words.submit}
          </button>
        </form>
        <p class="hint">
          {words.howTo} <code>stridelab people add</code>
        </p>
      </main>
      <footer class="bottom">
        <Preferences />
      </footer>
    </div>
  );
}
