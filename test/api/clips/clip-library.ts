import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clipMakers } from './clip-makers.ts';

/** The files that cases may name, each made once when it is first asked for. */
export class ClipLibrary {
  readonly #folder: string;
  readonly #made = new Map<string, Promise<Uint8Array>>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<ClipLibrary> {
    return new ClipLibrary(await mkdtemp(join(tmpdir(), 'stridelab-clips-')));
  }

  /** @throws Error for a name that is not among those of README.md. */
  readonly read = (name: string): Promise<Uint8Array> => {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(clipMakers, name))
      throw new Error(`no file is called ${name}; there are ${Object.keys(clipMakers).join(', ')}`);
    const made = clipMakers[name]({ folder: this.#folder, read: this.read });
    this.#made.set(name, made);
    return made;
  };

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}
