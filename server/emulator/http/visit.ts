import { AsyncLocalStorage } from 'node:async_hooks';
import type { FieldError } from '../../contract/schemas/errors.ts';
import type { Chosen } from '../scenarios/find-scenario.ts';
import type { World } from '../world/world.ts';

/** One request on its way through the server. */
export interface Visit {
  readonly world: World;
  /** Place in the world's journal. */
  readonly sequence: number;
  readonly at: string;
  /** By the header, or by the emulator's own option; what a clip's or a subject's name chooses is added to it. */
  chosen: Chosen;
  fields: Readonly<Record<string, unknown>> | null;
  readonly violations: FieldError[];
  /** Name of the subject that the request names. */
  subjectName: string | null;
  retryAfterS: number | null;
}

/** The visit that code runs in, however deep. */
export class Visits {
  readonly #current = new AsyncLocalStorage<Visit>();

  run(visit: Visit, act: () => void): void {
    this.#current.run(visit, act);
  }

  /** @throws Error outside of a request. */
  get current(): Visit {
    const visit = this.#current.getStore();
    if (visit === undefined) throw new Error('outside of a request');
    return visit;
  }
}
