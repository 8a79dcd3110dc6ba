import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { resultWords } from '../result/words/by-language.ts';
import { useSpoken } from '../words/use-words.ts';
import { analysisName } from './naming.ts';

/** Tells screen readers that an analysis of a list has ended. */
export function ToldChanges({ analyses }: { readonly analyses: readonly ConsoleAnalysis[] }) {
  const { language, words } = useSpoken();
  const before = useRef(new Map<string, ConsoleAnalysis['status']>());
  const [told, setTold] = useState('');
  useEffect(() => {
    const ended = analyses.filter(({ id, status }) => {
      const was = before.current.get(id);
      return (was === 'pending' || was === 'analyzing') && (status === 'success' || status === 'failed');
    });
    before.current = new Map(analyses.map(({ id, status }) => [id, status]));
    if (ended.length === 0) return;
    const texts = ended.map((analysis) => {
      const name = analysisName(analysis, words, language);
      const { status, unmeasured } = analysis;
      const why = unmeasured === null ? '' : ` ${resultWords[language].reasons[unmeasured]}`;
      return status === 'success' ? `${words.analyses.toldDone(name)}${why}` : words.analyses.toldFailed(name);
    });
    setTold(texts.join(' '));
  }, [analyses, words, language]);
  return (
    <p class="hidden" aria-live="polite">
      {told}
    </p>
  );
}
