import { type Crop, cropOverlap } from '../crop.ts';
import type { Keypoints } from '../keypoint-network.ts';
import type { PoseRecorder } from '../pose-recorder.ts';
import type { PeopleInView } from '../pose-sequence.ts';
import { CropPlanner, reachS } from './crop-planner.ts';
import { FrameInFlight } from './frame-in-flight.ts';
import { sameOverlap } from './people.ts';
import { openingLooks, openingS, PeopleLookout } from './people-lookout.ts';
import type { PictureRing } from './picture-ring.ts';
import { isPlausibleCrop } from './plausible-crop.ts';
import type { ReadJobs } from './read-jobs.ts';
import type { Readers } from './readers.ts';

/** Time between two anchors: frames in which the runner is looked for ahead of the others. */
export const anchorIntervalS = 0.1;
/** Time between two looks of the detector at a runner who is being followed. */
const checkIntervalS = 1;
/** Checks that must fail one after the other before the runner is looked for anew. */
const failedChecksToLose = 2;
/** An anchor's own reading stands if its crop was as far off the planned one as this, as shares of the side. */
const closeEnough = { centre: 0.03, side: 0.05, rotationRad: 0.05 };

export interface LoopOptions {
  readonly ring: PictureRing;
  readonly readers: Pick<Readers, 'ask' | 'use'>;
  readonly recorder: PoseRecorder;
  /** Told after each frame how many are done. */
  readonly onFrame?: ((done: number) => void) | undefined;
  /** Told that a slot of the ring is free again. */
  readonly onRelease?: (() => void) | undefined;
  /** Told at once why the loop ends, should it fail. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/**
 * Follows one runner through the pictures of a clip. Anchors, a tenth of a second apart, are read in order and say where
 * the runner goes; the frames between wait in the ring until the anchors around them are known, and are then read in
 * any order on all cores. What comes out follows from the pictures alone, however many readers there are.
 *
 * The runner is the largest person who is there in most of the first looks, and where the runner was lost the largest there.
 */
export class RunnerLoop {
  readonly #options: LoopOptions;
  readonly #frames: readonly FrameInFlight[];
  readonly #planner = new CropPlanner();
  readonly #lookout = new PeopleLookout((frame) => this.#personsIn(frame));
  /** Frames whose crop is not yet known, in order. */
  readonly #unplanned: FrameInFlight[] = [];
  readonly #anchors: FrameInFlight[] = [];
  readonly #settled: Promise<void>;
  #settle: () => void = () => undefined;
  /** Called when more is known of the clip's first frames. */
  #onOpening: () => void = () => undefined;
  #hasOpened = false;
  #arrived = 0;
  #done = 0;
  #hasEnded = false;
  #isScouting = false;
  #lastAnchorS = Number.NEGATIVE_INFINITY;
  #latestS = Number.NEGATIVE_INFINITY;
  #scoutedS = Number.NEGATIVE_INFINITY;
  #isFollowing = false;
  /** How often somebody was found and followed. */
  #run = 0;
  #checkedAtS = 0;
  #failedChecks = 0;
  #failure: { readonly error: unknown } | null = null;

  constructor(options: LoopOptions) {
    const { ring, readers } = options;
    this.#options = options;
    this.#frames = Array.from(
      { length: ring.shared.slotCount },
      (_, slot) => new FrameInFlight(slot, (frame, jobs, job) => this.#read(frame, jobs, job)),
    );
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    readers.use(ring);
  }

  /** Slots that a ring needs so that the loop never waits for a frame that finds no room. */
  static slotsNeeded(timesS: Float64Array, readers: number): number {
    const waitS = reachS + anchorIntervalS + 1e-6;
    let most = 0;
    for (let from = 0, to = 0; from < timesS.length; from++) {
      while (to < timesS.length && timesS[to] - timesS[from] <= waitS) to++;
      most = Math.max(most, to - from);
    }
    return most + 2 + 2 * readers;
  }

  /** Takes the picture that was written into a slot. The slot is released when nobody needs it any more. */
  push(slot: number, timeS: number): void {
    if (this.#failure !== null) return;
    const frame = this.#frames[slot];
    frame.arrive(this.#arrived++, timeS);
    this.#unplanned.push(frame);
    if (timeS - this.#lastAnchorS >= anchorIntervalS - 1e-6) {
      this.#lastAnchorS = timeS;
      this.#anchors.push(frame);
      void this.#scout();
    }
    this.#latestS = timeS;
    this.#onOpening();
  }

  /** Says that no more pictures come; resolves when all are read. @throws What a reader or the loop met. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    this.#onOpening();
    this.#plan();
    this.#checkSettled();
    await this.#settled;
    if (this.#failure !== null) throw this.#failure.error;
  }

  /** Ends the loop with an error; nothing more is read. */
  fail(error: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = { error };
    this.#unplanned.length = 0;
    this.#anchors.length = 0;
    this.#settle();
    this.#options.onRelease?.();
    this.#options.onFailure?.(error);
  }

  /** Who was in view; for after the end. */
  people(): PeopleInView | null {
    return this.#lookout.people();
  }

  get hasFailed(): boolean {
    return this.#failure !== null;
  }

  async #scout(): Promise<void> {
    if (this.#isScouting) return;
    this.#isScouting = true;
    try {
      for (let anchor = this.#anchors.shift(); anchor !== undefined; anchor = this.#anchors.shift()) {
        const scouting = this.#scoutAt(anchor);
        // The next anchor's reading is asked for before those it does not wait for: the chain of anchors must never be what all wait for.
        this.#plan();
        await scouting;
        this.#scoutedS = anchor.timeS;
      }
    } catch (error) {
      this.fail(error);
    }
    this.#isScouting = false;
    this.#plan();
    this.#checkSettled();
  }

  async #scoutAt(frame: FrameInFlight): Promise<void> {
    if (!this.#hasOpened) await this.#open(frame);
    if (this.#isFollowing && frame.timeS - this.#checkedAtS >= checkIntervalS) await this.#check(frame);
    const followed = this.#isFollowing ? await this.#lookAt(frame, this.#planner.predict(frame.timeS)) : null;
    const crop = followed ?? (await this.#find(frame));
    this.#isFollowing = crop !== null;
    this.#planner.add(frame.timeS, crop, followed === null);
    this.#lookout.decide(frame, crop === null ? null : { crop, run: this.#run });
  }

  /** Waits for the first anchors, for which the ring has room, and looks for people in them. */
  async #open(first: FrameInFlight): Promise<void> {
    const untilS = first.timeS + openingS;
    const isKnown = () => this.#hasEnded || this.#latestS >= untilS || this.#anchors.length >= openingLooks - 1;
    if (!isKnown()) {
      await new Promise<void>((resolve) => {
        this.#onOpening = () => {
          if (isKnown()) resolve();
        };
      });
    }
    this.#hasOpened = true;
    const next = this.#anchors.filter(({ timeS }) => timeS < untilS).slice(0, openingLooks - 1);
    await this.#lookout.open([first, ...next]);
  }

  /** Looks for the runner in the whole picture, then from where the network itself sees the body. */
  async #find(frame: FrameInFlight): Promise<Crop | null> {
    let crop = await this.#lookout.runnerIn(frame);
    for (let look = 0; look < 2 && crop !== null; look++) crop = await this.#lookAt(frame, crop);
    this.#run++;
    this.#checkedAtS = frame.timeS;
    this.#failedChecks = 0;
    return crop;
  }

  /** Asks the detector whether a person still is where the runner is followed; it may see none at all in a hard picture. */
  async #check(frame: FrameInFlight): Promise<void> {
    const crop = this.#planner.predict(frame.timeS);
    const seen = await this.#lookout.personsIn(frame);
    const isConfirmed =
      seen.length === 0 || (crop !== null && seen.some((other) => cropOverlap(other, crop) >= sameOverlap));
    this.#checkedAtS = frame.timeS;
    this.#failedChecks = isConfirmed ? 0 : this.#failedChecks + 1;
    if (this.#failedChecks >= failedChecksToLose) this.#isFollowing = false;
  }

  /** Reads an anchor ahead of the others, keeps what was read, and says where the runner is. */
  #lookAt(frame: FrameInFlight, crop: Crop | null): Promise<Crop | null> {
    if (crop === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#options.readers.ask(
        {
          kind: 'read',
          slot: frame.slot,
          crop,
          done: (jobs, job) => {
            const nextCrop = jobs.nextCrop(job);
            const found = jobs.found(job) && isPlausibleCrop(nextCrop, this.#options.ring.shared.layout);
            frame.keepLook(crop, found ? jobs.keypoints(job) : null);
            resolve(found ? nextCrop : null);
          },
        },
        true,
      );
    });
  }

  #personsIn(frame: FrameInFlight): Promise<Crop[]> {
    return new Promise((resolve) => {
      this.#options.readers.ask(
        { kind: 'find', slot: frame.slot, crop: null, done: (jobs, job) => resolve(jobs.persons(job)) },
        true,
      );
    });
  }

  /** Reads every frame whose anchors are known on both sides. */
  #plan(): void {
    const isComplete = this.#hasEnded && !this.#isScouting && this.#anchors.length === 0;
    while (this.#unplanned.length > 0) {
      const frame = this.#unplanned[0];
      if (!isComplete && frame.timeS + reachS > this.#scoutedS + 1e-6) return;
      this.#unplanned.shift();
      const crop = this.#planner.cropAt(frame.timeS);
      if (crop === null) this.#record(frame, null);
      else if (frame.lookedAt !== null && isClose(frame.lookedAt, crop)) this.#record(frame, frame.lookedKeypoints);
      else this.#options.readers.ask(frame.toRead(crop));
    }
  }

  #read(frame: FrameInFlight, jobs: ReadJobs, job: number): void {
    const found = jobs.found(job) && isPlausibleCrop(jobs.nextCrop(job), this.#options.ring.shared.layout);
    this.#record(frame, found ? jobs.keypoints(job) : null);
  }

  #record(frame: FrameInFlight, keypoints: Keypoints | null): void {
    if (this.#failure !== null) return;
    const { recorder, ring, onFrame, onRelease } = this.#options;
    recorder.put(frame.row, frame.timeS, keypoints);
    ring.release(frame.slot);
    onRelease?.();
    this.#done++;
    onFrame?.(this.#done);
    this.#checkSettled();
  }

  #checkSettled(): void {
    if (this.#hasEnded && !this.#isScouting && this.#done === this.#arrived) this.#settle();
  }
}

function isClose(a: Crop, b: Crop): boolean {
  const sidePx = b.sidePx;
  return (
    Math.hypot(a.centreXPx - b.centreXPx, a.centreYPx - b.centreYPx) <= closeEnough.centre * sidePx &&
    Math.abs(a.sidePx / sidePx - 1) <= closeEnough.side &&
    Math.abs(a.rotationRad - b.rotationRad) <= closeEnough.rotationRad
  );
}
