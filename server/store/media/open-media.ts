import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { makeFolder } from '../../../engine/make-folder.ts';
import { type DataDir, dataDirAt } from '../data-dir.ts';
import { FolderObjects } from './folder-objects.ts';
import { MediaStore, placeFolders } from './media-store.ts';
import type { ObjectStore } from './object-store.ts';
import type { OuterPlace } from './outer-place.ts';
import { S3Objects } from './s3-objects.ts';
import { openScratch } from './scratch.ts';

/** Where uploads and pictures lie. */
export interface MediaPlace {
  /** A folder, or `s3://bucket/prefix`; null for the data folder. */
  readonly place: string | null;
  /** Of the S3 storage. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string | null;
  readonly secretAccessKey: string | null;
}

/** Media in the data folder itself. */
export const mediaInDataDir: MediaPlace = {
  place: null,
  endpoint: null,
  region: 'us-east-1',
  accessKeyId: null,
  secretAccessKey: null,
};

/** The folders of this machine that are written to. */
export const foldersOf = (dir: DataDir, { place }: MediaPlace = mediaInDataDir): readonly string[] =>
  place === null || place.startsWith('s3://') ? [dir.root] : [dir.root, place];

export interface OpenMedia {
  readonly media: MediaStore;
  /** Null where the place cannot be one folder too deep. */
  readonly outer: OuterPlace | null;
  /** A folder of this process's own for what is under way. */
  readonly scratch: string;
  /** Removes the folders for what was under way of processes on this machine that have ended. */
  sweepScratch(): void;
  close(): Promise<void>;
}

/**
 * Opens the place where uploads and pictures lie.
 *
 * @throws StrideError `invalid_option` for an S3 storage that is not wholly told, `data_dir_unusable` for a folder that cannot be made.
 */
export function openMedia(dir: DataDir, place: MediaPlace = mediaInDataDir): OpenMedia {
  const objects = openObjects(dir, place);
  const scratch = openScratch(dir.scratchDir);
  return {
    media: new MediaStore(objects, scratch.path),
    outer: outerPlace(dir, place),
    scratch: scratch.path,
    sweepScratch: () => scratch.sweep(),
    close: () => scratch.close(),
  };
}

function outerPlace(dir: DataDir, place: MediaPlace): OuterPlace | null {
  if (place.place === null) return null;
  const isBucket = place.place.startsWith('s3://');
  const path = isBucket ? place.place.replace(/\/+$/, '') : realpathSync(place.place);
  const name = dirname(path);
  if (!placeFolders.includes(basename(path)) || name === 's3:/') return null;
  const isDataFolder = !isBucket && existsSync(dataDirAt(name).databasePath) && name !== realpathSync(dir.root);
  const marks = () => new MediaStore(openObjects(dir, { ...place, place: name }), dir.scratchDir).marks();
  return { name, isDataFolder, marks };
}

/**
 * The same place for who only removes.
 *
 * @throws StrideError as `openMedia`.
 */
export const erasableMedia = (dir: DataDir, place: MediaPlace): Pick<MediaStore, 'removeUpload' | 'removeAll'> =>
  new MediaStore(openObjects(dir, place), dir.scratchDir);

function openObjects(dir: DataDir, { place, endpoint, region, accessKeyId, secretAccessKey }: MediaPlace): ObjectStore {
  if (place === null) return new FolderObjects(dir.root);
  if (!place.startsWith('s3://')) {
    try {
      makeFolder(place, 0o700);
    } catch (cause) {
      throw new StrideError('data_dir_unusable', cause instanceof Error ? cause.message : undefined, { cause });
    }
    return new FolderObjects(place);
  }
  const [bucket, ...prefix] = place.slice('s3://'.length).replace(/\/+$/, '').split('/');
  if (bucket === '' || endpoint === null || accessKeyId === null || secretAccessKey === null)
    throw new StrideError(
      'invalid_option',
      'media in S3 storage need a bucket, s3-endpoint, s3-access-key-id and s3-secret-access-key',
    );
  return new S3Objects({ endpoint, region, bucket, prefix: prefix.join('/'), accessKeyId, secretAccessKey });
}
