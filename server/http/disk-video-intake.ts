import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defaultLimits, probeVideo } from '../../engine/video/probe.ts';
import { syncDir } from '../store/sync-dir.ts';
import { Turnstile } from './turnstile.ts';
import type { VideoIntake } from './video-intake.ts';

/** Videos that are looked into at a time: each takes a process of its own. */
const mostProbes = 2;

/** Videos as files in a folder. */
export class DiskVideoIntake implements VideoIntake {
  readonly maxBytes = defaultLimits.maxBytes;
  readonly #folder: string;
  readonly #probes = new Turnstile(mostProbes);

  constructor(folder: string) {
    this.#folder = folder;
  }

  async store(name: string, video: Readable): Promise<void> {
    try {
      await pipeline(video, createWriteStream(this.#path(name), { flags: 'wx', mode: 0o600, flush: true }));
      await syncDir(this.#folder);
    } catch (error) {
      await this.discard(name);
      throw error;
    }
  }

  async check(name: string): Promise<void> {
    await this.#probes.run(() => probeVideo(this.#path(name), { limits: defaultLimits }));
  }

  async discard(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
