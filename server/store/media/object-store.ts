import type { StoredFile } from './stored-file.ts';

/** The place did not answer, or said that it cannot answer now. */
export class PlaceUnreachableError extends Error {
  constructor(cause: unknown) {
    super('the place of uploads and pictures cannot be reached', { cause });
    this.name = 'PlaceUnreachableError';
  }
}

/** A file as a list of a place names it. */
export interface ListedObject {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** A file that programs of this machine can read until it is released. */
export interface LocalFile {
  readonly path: string;
  release(): Promise<void>;
}

/**
 * A place for files that several machines may share. Keys are names between slashes, such as `media/4f1c/1/thumbnail.jpg`. What a
 * method has put there is there whole, and stays when any machine loses its power, once the method resolves.
 */
export interface ObjectStore {
  /** Takes in a file of this machine, which is gone from where it was. */
  putFile(key: string, path: string): Promise<void>;
  /**
   * Takes in the files of a folder of this machine under the folder's key; the folder is gone from where it was. Where it failed half
   * done it may be asked for again.
   */
  putFolder(key: string, path: string): Promise<void>;
  /** Null where there is none. */
  open(key: string): Promise<StoredFile | null>;
  has(key: string): Promise<boolean>;
  /**
   * The file as one of this machine, which may be a copy.
   *
   * @param folder Of this machine, for a copy.
   * @returns Null where there is none.
   */
  local(key: string, folder: string): Promise<LocalFile | null>;
  /** Removes a file; none is harmless. */
  remove(key: string): Promise<void>;
  /** Removes all files under a folder's key; none is harmless. */
  removeFolder(key: string): Promise<void>;
  /** All files under a folder's key. */
  list(key: string): AsyncIterable<ListedObject>;
}
