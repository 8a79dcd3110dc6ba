import { resolve } from 'node:path';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { refusedPath } from '../../../engine/errors/system-error-text.ts';
import { makeFolder } from '../../../engine/make-folder.ts';
import type { DataDir } from '../data-dir.ts';
import { FolderObjects } from './folder-objects.ts';
import { MediaStore } from './media-store.ts';
import { MountedObjects, type RequireThere } from './mounted-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { foldersAbove, type OuterPlace, prefixesAbove } from './outer-place.ts';
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

/** The folders of this machine that are written to and are there from the start on; each may be a disk of its own. */
export function foldersOf(dir: DataDir, { place }: MediaPlace = mediaInDataDir): readonly string[] {
  if (place === null) return [dir.root, dir.mediaDir];
  return place.startsWith('s3://') ? [dir.root] : [dir.root, place];
}

export interface OpenMedia {
  readonly media: MediaStore;
  /**
   * Has the place looked at from now on, where it is a folder.
   *
   * @returns Looks at it now: throws `PlaceUnreachableError` where it is not the right one.
   */
  watch(requireThere: RequireThere): () => Promise<void>;
  /** What the place lies in, the nearest first. */
  readonly outer: readonly OuterPlace[];
  /** A folder of this process's own for what is under way. */
  readonly scratch: string;
  /** Removes the folders for what was under way of processes on this machine that have ended. */
  sweepScratch(): void;
  close(): Promise<void>;
}

/**
 * Opens the place where uploads and pictures lie.
 *
 * @throws StrideError `invalid_option` for an S3 storage that is not wholly told, `media_place_unusable` for a folder that cannot be made.
 */
export function openMedia(dir: DataDir, place: MediaPlace = mediaInDataDir): OpenMedia {
  const isFolder = place.place?.startsWith('s3://') !== true;
  const objects = new MountedObjects(openObjects(dir, place));
  const scratch = openScratch(dir.scratchDir);
  return {
    media: new MediaStore(objects, scratch.path),
    watch: (requireThere) => {
      if (isFolder) objects.watch(requireThere);
      return () => objects.requireThere();
    },
    outer: outerPlaces(dir, place),
    scratch: scratch.path,
    sweepScratch: () => scratch.sweep(),
    close: () => scratch.close(),
  };
}

function outerPlaces(dir: DataDir, place: MediaPlace): readonly OuterPlace[] {
  if (place.place === null) return foldersAbove(dir, dir.root);
  if (!place.place.startsWith('s3://')) return foldersAbove(dir, place.place);
  return prefixesAbove(place.place, (name) =>
    new MediaStore(openObjects(dir, { ...place, place: name }), dir.scratchDir).marks(),
  );
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
      throw new StrideError('media_place_unusable', `--media ${refusedPath(resolve(place), cause)}`, { cause });
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
