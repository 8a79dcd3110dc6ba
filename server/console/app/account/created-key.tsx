import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreatedConsoleKey } from '../../api/account.ts';
import { useWords } from '../words/use-words.ts';

interface CreatedKeyProps {
  readonly created: CreatedConsoleKey;
  readonly onClose: () => void;
}

/** A new key, the only time that it can be read. */
export function CreatedKey({ created, onClose }: CreatedKeyProps) {
  const { common, keys } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    box.current?.select();
    // Pages that are not served over https have no clipboard; the key is selected then.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(created.key);
    setIsCopied(true);
  };
  return (
    <div class="notice notice-good created-key">
      <label for="created-key">
        <strong>{keys.createdTitle}</strong> {keys.shownOnce}
      </label>
      <div class="key-row">
        <input id="created-key" ref={box} readOnly value={created.key} onFocus={() => box.current?.select()} />
        <button type="button" onClick={() => void copy()}>
          {isCopied ? common.copied : common.copy}
        </button>
        <button type="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
      <p class="hidden" aria-live="polite">
        {isCopied ? common.copied : ''}
      </p>
    </div>
  );
}
