import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defaultLimits, probeVideo } from '../../engine/video/probe.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import { Turnstile } from './turnstile.ts';
import type { VideoIntake } from './video-intake.ts';

/** Videos that are looked into at a time: each takes a process of its own. */
const mostProbes = 2;

/** Videos as files of this machine until they have been looked into, and then where all machines find them. */
export class StoredVideoIntake implements VideoIntake {
  readonly maxBytes = defaultLimits.maxBytes;
  readonly #media: MediaStore;
  readonly #folder: string;
  readonly #probes = new Turnstile(mostProbes);

  /** @param folder Of this machine, on the disk of the media where they are a folder, so that nothing is copied. */
  constructor(media: MediaStore, folder: string) {
    this.#media = media;
    this.#folder = folder;
  }

  async store(name: string, video: Readable): Promise<void> {
    try {
      await pipeline(video, createWriteStream(this.#path(name), { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await this.discard(name);
      throw error;
    }
  }

  async check(name: string, partnerId: string): Promise<void> {
    await this.#probes.run(() => probeVideo(this.#path(name), { limits: defaultLimits }), partnerId);
    await this.#media.keepUpload(name, this.#path(name));
  }

  async discard(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
    await this.#media.removeUpload(name);
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
