import { existsSync, realpathSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DataDir, dataDirAt } from '../data-dir.ts';
import { isMark, placeFolder } from './media-store.ts';

/** The place of another store, perhaps, that this one lies in. */
export interface OuterPlace {
  /** The folder, or `s3://bucket/prefix`. */
  readonly name: string;
  /** Whether it is a data folder with a store in it, other than this one's. */
  isDataFolder(): boolean;
  /** The marks that it bears. */
  marks(): AsyncIterable<string>;
}

/** The folders that a folder lies in, the nearest first. */
export const foldersAbove = (dir: DataDir, folder: string): readonly OuterPlace[] =>
  namesAbove(realpathSync(folder)).map((name) => outerFolder(name, () => name !== realpathSync(dir.root)));

/** The same of a folder that need not be there. */
export function foldersAboveNew(folder: string): readonly OuterPlace[] {
  const path = resolve(folder);
  const there = [path, ...namesAbove(path)].find((name) => existsSync(name)) ?? path;
  const name = realpathSync(there);
  return [...(there === path ? [] : [name]), ...namesAbove(name)].map((above) => outerFolder(above, () => true));
}

const outerFolder = (name: string, isAnothers: () => boolean): OuterPlace => ({
  name,
  isDataFolder: () => existsSync(dataDirAt(name).databasePath) && isAnothers(),
  marks: () => marksIn(name),
});

/** The bucket of an `s3://bucket/prefix`, and what its prefix lies in there, the nearest first. */
export const prefixesAbove = (place: string, marks: (name: string) => AsyncIterable<string>): readonly OuterPlace[] =>
  namesAbove(place.replace(/\/+$/, ''))
    .filter((name) => name.startsWith('s3://'))
    .map((name) => ({ name, isDataFolder: () => false, marks: () => marks(name) }));

function namesAbove(path: string): readonly string[] {
  const name = dirname(path);
  return name === path ? [] : [name, ...namesAbove(name)];
}

/** Looks no deeper: a folder that is merely called so may hold any number of others. */
async function* marksIn(folder: string): AsyncGenerator<string> {
  for await (const { name } of await opendir(join(folder, placeFolder))) if (isMark(name)) yield name;
}
