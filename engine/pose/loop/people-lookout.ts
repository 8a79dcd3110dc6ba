import type { Crop } from '../crop.ts';
import type { PeopleInView } from '../pose-sequence.ts';
import type { FrameInFlight } from './frame-in-flight.ts';
import type { Look } from './people.ts';
import { largest, largestConsistent, peopleInView } from './people-choice.ts';

/** Looks at the start of a clip before it is decided whom to follow, and the time over which they may be spread, seconds. */
export const openingLooks = 3;
export const openingS = 0.3;

/** Looks for people in whole pictures, no picture twice, and remembers who was seen. */
export class PeopleLookout {
  readonly #find: (frame: FrameInFlight) => Promise<Crop[]>;
  /** People in frames whose anchor is still to be decided. */
  readonly #seen = new Map<FrameInFlight, readonly Crop[]>();
  readonly #shown = new Map<FrameInFlight, Crop | null>();
  readonly #opening: Look[] = [];
  readonly #looks: Look[] = [];

  constructor(find: (frame: FrameInFlight) => Promise<Crop[]>) {
    this.#find = find;
  }

  /** Looks at the first anchors of the clip, by which is decided whom to follow. */
  async open(anchors: readonly FrameInFlight[]): Promise<void> {
    const looks = await Promise.all(anchors.map((anchor) => this.personsIn(anchor)));
    looks.forEach((persons, i) => {
      this.#opening.push({ timeS: anchors[i].timeS, persons, followed: null, refused: null });
    });
  }

  async personsIn(frame: FrameInFlight): Promise<readonly Crop[]> {
    const seen = this.#seen.get(frame) ?? (await this.#find(frame));
    this.#seen.set(frame, seen);
    return seen;
  }

  /** Where the person is who is to be followed from a frame on; null if there is none. */
  async runnerIn(frame: FrameInFlight): Promise<Crop | null> {
    const persons = await this.personsIn(frame);
    const at = this.#opening.findIndex(({ timeS }) => timeS === frame.timeS);
    const runner = at === -1 ? largest(persons) : largestConsistent(this.#opening, at);
    this.#shown.set(frame, runner);
    return runner;
  }

  /** Puts down who was followed in a frame, if it was looked at. */
  decide(frame: FrameInFlight, followed: Look['followed']): void {
    const persons = this.#seen.get(frame);
    const refused = followed === null ? (this.#shown.get(frame) ?? null) : null;
    this.#seen.delete(frame);
    this.#shown.delete(frame);
    if (persons !== undefined) this.#looks.push({ timeS: frame.timeS, persons, followed, refused });
  }

  people(): PeopleInView | null {
    return peopleInView(this.#looks);
  }
}
