import type { ListedObject, LocalFile, ObjectStore } from './object-store.ts';
import type { StoredFile } from './stored-file.ts';

/** Throws where a place is not the one that it was, as the empty folder in which a volume is no longer mounted. */
export type RequireThere = (objects: ObjectStore) => Promise<void>;

/**
 * Files in a folder that may be another one suddenly. That something is not there is said, and something is put there, only while the
 * place is the right one.
 */
export class MountedObjects implements ObjectStore {
  readonly #objects: ObjectStore;
  #requireThere: RequireThere = async () => undefined;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  /** Has the place looked at from now on. */
  watch(requireThere: RequireThere): void {
    this.#requireThere = requireThere;
  }

  /** @throws PlaceUnreachableError where the place is not the right one. */
  requireThere(): Promise<void> {
    return this.#requireThere(this.#objects);
  }

  async putFile(key: string, path: string): Promise<void> {
    await this.requireThere();
    await this.#objects.putFile(key, path);
  }

  async putFolder(key: string, path: string): Promise<void> {
    await this.requireThere();
    await this.#objects.putFolder(key, path);
  }

  async open(key: string): Promise<StoredFile | null> {
    return this.#sure(await this.#objects.open(key));
  }

  async has(key: string): Promise<boolean> {
    return (await this.#objects.has(key)) || (await this.#sure(null)) !== null;
  }

  async local(key: string, folder: string): Promise<LocalFile | null> {
    return this.#sure(await this.#objects.local(key, folder));
  }

  remove(key: string): Promise<void> {
    return this.#objects.remove(key);
  }

  removeFolder(key: string): Promise<void> {
    return this.#objects.removeFolder(key);
  }

  list(key: string): AsyncIterable<ListedObject> {
    return this.#objects.list(key);
  }

  async #sure<T>(found: T | null): Promise<T | null> {
    if (found === null) await this.requireThere();
    return found;
  }
}
