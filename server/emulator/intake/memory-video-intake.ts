import type { Readable } from 'node:stream';
import { defaultLimits } from '../../../engine/video/probe.ts';
import type { VideoIntake } from '../../http/video-intake.ts';
import type { ClipFacts } from './clip-facts.ts';
import { readClip } from './read-clip.ts';

/** What is kept of a video once it has been looked into. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: number;
  readonly clip: ClipFacts;
}

/** What is taken for a clip whose content does not matter: two seconds of a phone beside a treadmill. */
const anyClip: ClipFacts = { container: 'mp4', widthPx: 1080, heightPx: 1920, frameCount: 120, fps: 60 };

export interface IntakeOptions {
  /** Whether anything that is sent counts as a clip. */
  readonly anyContent: boolean;
}

/** Videos in memory, until they have been looked into; then no more than their facts. */
export class MemoryVideoIntake implements VideoIntake {
  readonly maxBytes = defaultLimits.maxBytes;
  readonly #options: IntakeOptions;
  readonly #arriving = new Map<string, { readonly fileName: string; readonly content: Buffer }>();
  readonly #uploads = new Map<string, Upload>();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  async store(name: string, video: Readable, fileName: string): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of video as AsyncIterable<Buffer>) chunks.push(chunk);
    this.#arriving.set(name, { fileName, content: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) });
  }

  /** What the client calls a video that is there. */
  fileNameOf(name: string): string {
    return this.#arriving.get(name)?.fileName ?? this.#uploads.get(name)?.fileName ?? '';
  }

  /** @throws StrideError as `readClip` does. */
  async check(name: string): Promise<void> {
    const video = this.#arriving.get(name);
    if (video === undefined) throw new Error(`there is no video ${name}`);
    const { fileName, content } = video;
    const clip = this.#options.anyContent ? anyClip : await readClip(content, defaultLimits);
    this.#arriving.delete(name);
    this.#uploads.set(name, { fileName, bytes: content.length, clip });
  }

  async discard(name: string): Promise<void> {
    this.#arriving.delete(name);
    this.#uploads.delete(name);
  }

  /** What was sent as a video, and takes it out. */
  take(name: string): Upload | null {
    const upload = this.#uploads.get(name) ?? null;
    this.#uploads.delete(name);
    return upload;
  }
}
