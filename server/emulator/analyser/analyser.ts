import { emulateBackView } from './back-view.ts';
import type { Asked, Outcome } from './emulated-analysis.ts';
import { emulateSideView } from './side-view.ts';

/** Outcomes that are kept: a suite asks for the same few again and again. */
const mostKept = 64;

/** Makes up analyses. What it has made it keeps, so that the same request costs nothing the second time. */
export class Analyser {
  readonly #kept = new Map<string, Outcome>();

  outcomeOf(asked: Asked): Outcome {
    const key = JSON.stringify(asked);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = asked.view === 'back_view' ? emulateBackView(asked) : emulateSideView(asked);
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
