import { useRef, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';

/** Takes files that are dropped on it or chosen by its button. */
export function DropZone({ onFiles }: { readonly onFiles: (files: Iterable<File>) => void }) {
  const { upload } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(event.dataTransfer?.files ?? []);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard.
    <div
      class={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p class="drop-call">{upload.drop}</p>
      <p class="hint">{upload.or}</p>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {upload.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept="video/*,.mp4,.mov,.avi,.webm"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles(Array.from(currentTarget.files ?? []));
          currentTarget.value = '';
        }}
      />
      <p class="hint">{upload.limits}</p>
    </div>
  );
}
