import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../analysis-store.ts';
import type { ListedObject, LocalFile, ObjectStore } from './object-store.ts';
import type { StoredFile } from './stored-file.ts';

/** The files of one run, in a list. */
export interface ListedFile extends ListedObject {
  /** The analysis, and the run; null of files that an older version kept without the run. */
  readonly id: string;
  readonly attempt: number | null;
}

/** A video that came in, in a list. */
export interface ListedUpload extends ListedObject {
  readonly name: string;
}

const uploads = 'uploads';
const media = 'media';
const place = 'place';
/** A store's id, and the mark's own. */
const markPattern = /^[0-9a-f-]{36}(\.[0-9a-f-]{36})?$/;

/** Name of the folder of a place that its marks lie in. */
export const placeFolder = place;

export const isMark = (name: string): boolean => markPattern.test(name);

/** Names that are no upload's and no analysis's: what systems and disk stations put beside others' files, and trials of the doctor. */
const strayName = /^(\W.*|thumbs\.db|desktop\.ini|doctor-.*)?$/is;

/** Whether no store has put it there: what is called so, and folders of an S3 storage. */
export const isStray = (key: string): boolean => key.split('/').some((name) => strayName.test(name));

const uploadKey = (name: string): string => `${uploads}/${name}`;
/** Of what lies in a place that is one folder too deep in another one's: no upload or analysis is called so. */
const withinAnother = new RegExp(`^(${[uploads, media, place].join('|')})/`);

/** Where a mark lies in its place. */
export const markKey = (mark: string): string => `${place}/${mark}`;
const runKey = ({ id, attempt }: Run): string => `${media}/${id}/${attempt}`;

/**
 * Where uploads lie until their analysis has ended, and what the runs of analyses leave: the same place for every process that serves
 * or works. What is kept is on the disk, whole, once a method resolves.
 */
export class MediaStore {
  readonly #objects: ObjectStore;
  readonly #scratch: string;

  /** @param scratch A folder of this machine for what is under way, which is there. */
  constructor(objects: ObjectStore, scratch: string) {
    this.#objects = objects;
    this.#scratch = scratch;
  }

  /** A path of this machine for a file or folder that is being made. Whoever makes it removes it. */
  scratchPath(): string {
    return join(this.#scratch, randomUUID());
  }

  /** Takes in a video of this machine, which is gone from where it was. */
  keepUpload(name: string, path: string): Promise<void> {
    return this.#objects.putFile(uploadKey(name), path);
  }

  /** A video as a file of this machine, to be released; null where there is none. */
  localUpload(name: string): Promise<LocalFile | null> {
    return this.#objects.local(uploadKey(name), this.#scratch);
  }

  removeUpload(name: string): Promise<void> {
    return this.#objects.remove(uploadKey(name));
  }

  /** Takes in the files of a run from a folder of this machine, which is gone then. */
  keep(run: Run, folder: string): Promise<void> {
    return this.#objects.putFolder(runKey(run), folder);
  }

  /** One file of a run; null where there is none. */
  async open(run: Run, fileName: string): Promise<StoredFile | null> {
    return (
      (await this.#objects.open(`${runKey(run)}/${fileName}`)) ??
      (await this.#objects.open(`${media}/${run.id}/${fileName}`))
    );
  }

  async has(run: Run, fileName: string): Promise<boolean> {
    return (
      (await this.#objects.has(`${runKey(run)}/${fileName}`)) ||
      (await this.#objects.has(`${media}/${run.id}/${fileName}`))
    );
  }

  /** Removes what a run left. */
  remove(run: Run): Promise<void> {
    return this.#objects.removeFolder(runKey(run));
  }

  /** Removes what all runs of an analysis left. */
  removeAll(id: string): Promise<void> {
    return this.#objects.removeFolder(`${media}/${id}`);
  }

  /** Whether the place bears a mark. */
  hasMark(mark: string): Promise<boolean> {
    return this.#objects.has(markKey(mark));
  }

  async mark(mark: string): Promise<void> {
    const path = this.scratchPath();
    await writeFile(path, '', { mode: 0o600 });
    await this.#objects.putFile(markKey(mark), path);
  }

  removeMark(mark: string): Promise<void> {
    return this.#objects.remove(markKey(mark));
  }

  /** All marks that the place bears. */
  async *marks(): AsyncGenerator<string> {
    for await (const { key } of this.#objects.list(place)) {
      const mark = key.slice(place.length + 1);
      // What is still being copied, what file systems put beside others' files, and folders that an S3 storage lists as files.
      if (isMark(mark)) yield mark;
    }
  }

  /** Removes a file of a list. */
  removeListed({ key }: ListedObject): Promise<void> {
    return this.#objects.remove(key);
  }

  /** Those of this place: another store's that lie within its folders are not listed. */
  async *uploads(): AsyncGenerator<ListedUpload> {
    for await (const listed of this.#objects.list(uploads)) {
      const name = listed.key.slice(uploads.length + 1);
      if (!withinAnother.test(name)) yield { ...listed, name };
    }
  }

  /** As {@link uploads}. */
  async *files(): AsyncGenerator<ListedFile> {
    for await (const listed of this.#objects.list(media)) {
      if (withinAnother.test(listed.key.slice(media.length + 1))) continue;
      const [, id, attempt, ...rest] = listed.key.split('/');
      yield { ...listed, id, attempt: rest.length === 0 ? null : Number(attempt) };
    }
  }
}
