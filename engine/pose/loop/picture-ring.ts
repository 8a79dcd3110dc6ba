import { bytesPerPicture, type PictureLayout, type PlanarPicture, viewPicture } from '../../video/planar-picture.ts';

/** What threads need to share a ring. */
export interface SharedRing {
  readonly layout: PictureLayout;
  readonly slotCount: number;
  readonly pictures: SharedArrayBuffer;
  readonly flags: SharedArrayBuffer;
}

/** Among the flags: the count of releases, whether the ring is stopped, then one flag a slot. */
const releases = 0;
const stopped = 1;
const firstSlot = 2;
const free = 0;
const taken = 1;

/**
 * A fixed number of pictures in shared memory: one thread writes decoded frames, others read them, and whoever has seen
 * that a picture is done with gives its slot back, in any order.
 */
export class PictureRing {
  readonly shared: SharedRing;
  readonly #flags: Int32Array;
  readonly #bytes: readonly Buffer[];
  readonly #pictures: readonly PlanarPicture[];

  constructor(shared: SharedRing) {
    const { layout, slotCount, pictures, flags } = shared;
    const length = bytesPerPicture(layout);
    this.shared = shared;
    this.#flags = new Int32Array(flags);
    this.#bytes = Array.from({ length: slotCount }, (_, slot) => Buffer.from(pictures, slot * length, length));
    this.#pictures = this.#bytes.map((bytes) => viewPicture(layout, bytes));
  }

  static create(layout: PictureLayout, slotCount: number): PictureRing {
    return new PictureRing({
      layout,
      slotCount,
      pictures: new SharedArrayBuffer(bytesPerPicture(layout) * slotCount),
      flags: new SharedArrayBuffer(4 * (firstSlot + slotCount)),
    });
  }

  /** The slot's memory, plane after plane. */
  bytes(slot: number): Buffer {
    return this.#bytes[slot];
  }

  picture(slot: number): PlanarPicture {
    return this.#pictures[slot];
  }

  /** Takes a free slot; null if there is none. */
  tryTake(): number | null {
    for (let slot = 0; slot < this.shared.slotCount; slot++) {
      const before = Atomics.compareExchange(this.#flags, firstSlot + slot, free, taken);
      if (before === free) return slot;
    }
    return null;
  }

  /** Takes a free slot, blocking the thread until there is one; null when the ring has been stopped. */
  take(): number | null {
    while (Atomics.load(this.#flags, stopped) === 0) {
      const seen = Atomics.load(this.#flags, releases);
      const slot = this.tryTake();
      if (slot !== null) return slot;
      Atomics.wait(this.#flags, releases, seen);
    }
    return null;
  }

  release(slot: number): void {
    Atomics.store(this.#flags, firstSlot + slot, free);
    this.#wake();
  }

  /** Lets nobody wait for a slot any more. */
  stop(): void {
    Atomics.store(this.#flags, stopped, 1);
    this.#wake();
  }

  #wake(): void {
    Atomics.add(this.#flags, releases, 1);
    Atomics.notify(this.#flags, releases);
  }
}
