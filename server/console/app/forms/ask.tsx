import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { RefusalNotice } from './refusal-notice.tsx';

interface AskProps {
  readonly title: string;
  readonly text: string;
  /** On the button that does it. */
  readonly action: string;
  readonly onDo: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Ask({ title, text, action, onDo, onClose }: AskProps) {
  const { common } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const run = async () => {
    setIsBusy(true);
    await onDo().then(onClose, setError);
    setIsBusy(false);
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      <RefusalNotice error={error} />
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {common.cancel}
        </button>
        <button type="button" class="danger" disabled={isBusy} onClick={() => void run()}>
          {action}
        </button>
      </div>
    </dialog>
  );
}
