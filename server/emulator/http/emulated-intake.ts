import type { Readable } from 'node:stream';
import { HttpError } from '../../http/http-error.ts';
import type { VideoIntake } from '../../http/video-intake.ts';
import type { MemoryVideoIntake } from '../intake/memory-video-intake.ts';
import { chosenByName, joined } from '../scenarios/find-scenario.ts';
import { setCredits } from '../stores/memory-credit-ledger.ts';
import { refusalNow } from './refusal-now.ts';
import type { Visits } from './visit.ts';

/**
 * Takes videos, and lets their names speak: the check is the last thing before an analysis is added, so that it is where a scenario
 * refuses it or leaves so many credits. What the subject is called counts less than the file's name, and that less than a header.
 */
export class EmulatedIntake implements VideoIntake {
  readonly maxBytes: number;
  readonly #videos: MemoryVideoIntake;
  readonly #visits: Visits;

  constructor(videos: MemoryVideoIntake, visits: Visits) {
    this.#videos = videos;
    this.#visits = visits;
    this.maxBytes = videos.maxBytes;
  }

  store(name: string, video: Readable, fileName: string): Promise<void> {
    return this.#videos.store(name, video, fileName);
  }

  async check(name: string): Promise<void> {
    const visit = this.#visits.current;
    const { world, subjectName } = visit;
    const bySubject = chosenByName(subjectName ?? '');
    const byName = joined(bySubject, chosenByName(this.#videos.fileNameOf(name)));
    const refusal = refusalNow(world, byName);
    if (refusal !== null) {
      visit.chosen = joined(byName, visit.chosen);
      visit.retryAfterS = refusal.retryAfterS ?? null;
      throw new HttpError(refusal.error);
    }
    await this.#videos.check(name);
    visit.chosen = joined(byName, visit.chosen);
    const { creditsLeft } = visit.chosen.effects;
    if (creditsLeft !== undefined) setCredits(world.memory, world.partnerId, creditsLeft, world.clock.now());
  }

  discard(name: string): Promise<void> {
    return this.#videos.discard(name);
  }
}
