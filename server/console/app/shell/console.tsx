import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import type { SessionBody } from '../../api/session.ts';
import { request, signedOutEvent } from '../api/request.ts';
import { SignIn } from '../session/sign-in.tsx';
import { preferredLanguage } from '../words/language-names.ts';
import { SpokenContext } from '../words/use-words.ts';
import { englishWords, loadWords } from '../words/words.ts';
import { Frame } from './frame.tsx';
import { useRoute } from './navigation.tsx';
import { RoutePage } from './route-page.tsx';

const languageKey = 'stridelab-language';

/** Somebody who may look, nobody, or not known yet. */
type Visitor = SessionBody | 'nobody' | null;

/** The whole console: who is signed in, in which language, at which page. */
export function Console() {
  const route = useRoute();
  const [visitor, setVisitor] = useState<Visitor>(null);
  const [wasSignedIn, setWasSignedIn] = useState(false);
  const [spoken, setSpoken] = useState({ language: 'en' as Language, words: englishWords });

  const show = useCallback(async (language: Language) => {
    const words = await loadWords(language);
    document.documentElement.lang = language;
    setSpoken({ language, words });
  }, []);
  const welcome = useCallback(
    (session: SessionBody) => {
      setVisitor(session);
      setWasSignedIn(true);
      if (session.language) void show(session.language);
    },
    [show],
  );
  useEffect(() => {
    const saved = localStorage.getItem(languageKey);
    void show(preferredLanguage(saved ? [saved] : navigator.languages));
    request<SessionBody | undefined>('/session').then(
      (session) => (session ? welcome(session) : setVisitor('nobody')),
      () => setVisitor('nobody'),
    );
    const leave = () => setVisitor('nobody');
    window.addEventListener(signedOutEvent, leave);
    return () => window.removeEventListener(signedOutEvent, leave);
  }, [show, welcome]);

  const isSignedIn = visitor !== null && visitor !== 'nobody';
  const speak = useCallback(
    (language: Language) => {
      localStorage.setItem(languageKey, language);
      void show(language);
      if (isSignedIn) void request('/session/language', { method: 'PUT', body: { language } });
    },
    [show, isSignedIn],
  );
  const signOut = async () => {
    await request('/session', { method: 'DELETE' });
    setWasSignedIn(false);
    setVisitor('nobody');
  };
  const context = useMemo(() => ({ ...spoken, speak }), [spoken, speak]);

  return (
    <SpokenContext.Provider value={context}>
      {visitor === 'nobody' ? <SignIn hasEnded={wasSignedIn} onSignedIn={welcome} /> : null}
      {visitor !== null && visitor !== 'nobody' ? (
        <Frame session={visitor} route={route} onSignOut={() => void signOut()}>
          <RoutePage route={route} session={visitor} />
        </Frame>
      ) : null}
    </SpokenContext.Provider>
  );
}
