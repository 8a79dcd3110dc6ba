import { PlaceUnreachableError } from '../store/media/object-store.ts';
import { within } from './within.ts';

/** How long a disk may take to say what is free on it. */
const diskMs = 3000;

/**
 * The same question, of which one at most is under way, whoever asks: a network file system that is gone holds whoever asks it, for
 * ever, and one of the few threads that read files with each.
 *
 * @throws PlaceUnreachableError, beside what `ask` throws, for a disk that does not answer.
 */
export function boundedDisk<T>(ask: () => Promise<T>, mostMs = diskMs): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return within(asked, mostMs, (late) => new PlaceUnreachableError(late));
  };
}
