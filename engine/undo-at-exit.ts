/**
 * Has something undone should the process end at once, as by a second Ctrl+C, when nothing that takes its time is waited for. What was begun last is
 * undone first, since it lies within what was begun before.
 *
 * @param undo Does all its work before it returns.
 * @returns To be called when there is nothing left to undo.
 */
export function undoAtExit(undo: () => void): () => void {
  const atExit = (): void => {
    try {
      undo();
    } catch {
      // There is nobody left to tell.
    }
  };
  process.prependListener('exit', atExit);
  return () => {
    process.off('exit', atExit);
  };
}
