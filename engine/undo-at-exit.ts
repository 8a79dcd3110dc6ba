const undoings = new Set<() => void>();
let isListening = false;

function undoAll(): void {
  // What was begun last lies within what was begun first.
  for (const undo of [...undoings].reverse()) {
    try {
      undo();
    } catch {
      // There is nobody left to tell.
    }
  }
}

/**
 * Has something undone should the process end at once, as by a second Ctrl+C, when nothing that takes its time is waited for.
 *
 * @param undo Does all its work before it returns.
 * @returns To be called when there is nothing left to undo.
 */
export function undoAtExit(undo: () => void): () => void {
  if (!isListening) process.on('exit', undoAll);
  isListening = true;
  undoings.add(undo);
  return () => {
    undoings.delete(undo);
  };
}
