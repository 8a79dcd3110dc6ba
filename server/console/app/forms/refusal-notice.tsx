import { refusalText } from '../api/refused.ts';
import { useWords } from '../words/use-words.ts';
import { Notice } from './notice.tsx';

interface RefusalNoticeProps {
  /** Null shows nothing. */
  readonly error: unknown;
  readonly onAgain?: () => void;
}

/** Why something did not work, and the way to try it again. */
export function RefusalNotice({ error, onAgain }: RefusalNoticeProps) {
  const words = useWords();
  if (error === null || error === undefined) return null;
  return (
    <Notice kind="bad">
      <p>{refusalText(error, words)}</p>
      {onAgain ? (
        <button type="button" onClick={onAgain}>
          {words.common.again}
        </button>
      ) : null}
    </Notice>
  );
}
