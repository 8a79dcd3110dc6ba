import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { describeObjectStore } from '../../../test/stores/describe-object-store.ts';
import { type S3Server, startS3 } from '../../../test/support/s3-server.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { startServer } from '../../serve.ts';
import { openDataDir } from '../data-dir.ts';
import { isStoreFault } from '../explain-store-error.ts';
import { FolderObjects } from './folder-objects.ts';
import type { ListedObject } from './object-store.ts';
import { openMedia } from './open-media.ts';
import { S3Objects } from './s3-objects.ts';

describeObjectStore('a folder', async () => ({ objects: new FolderObjects(tempDir()), local: tempDir() }));

it('takes a folder for taken in that it has moved already, as after a sync that failed', async () => {
  const objects = new FolderObjects(tempDir());
  const path = join(tempDir(), 'run');
  mkdirSync(path);
  writeFileSync(join(path, 'x'), 'x');
  await objects.putFolder('media/a/1', path);
  await objects.putFolder('media/a/1', path);
  expect(await objects.has('media/a/1/x')).toBe(true);
});

const memoryDisk = '/dev/shm';
const hasTwoDisks = existsSync(memoryDisk) && statSync(memoryDisk).dev !== statSync(tmpdir()).dev;
if (!hasTwoDisks) console.warn(`skipped: ${memoryDisk} is no disk of its own on this machine`);

describe.skipIf(!hasTwoDisks)('from another disk', () => {
  const otherDisk = (): string => {
    const path = mkdtempSync(join(memoryDisk, 'stridelab-test-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  };

  describeObjectStore('a folder', async () => ({ objects: new FolderObjects(tempDir()), local: otherDisk() }));

  it('leaves nothing half where the copy fails', async () => {
    const root = tempDir();
    const objects = new FolderObjects(root);
    await expect(objects.putFolder('media/a/1', join(otherDisk(), 'missing'))).rejects.toThrow('ENOENT');
    expect(readdirSync(root)).toEqual([]);
  });
});

const openFiles = '/proc/self/fd';
const targetOf = (link: string): string | null => {
  try {
    return readlinkSync(link);
  } catch {
    // The one that lists them is closed by then.
    return null;
  }
};

describe('S3', () => {
  let server: S3Server;
  const directory = mkdtempSync(join(tmpdir(), 'stridelab-s3-'));
  beforeAll(async () => {
    server = await startS3(directory);
  });
  afterAll(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });

  describeObjectStore('a bucket', async () => ({
    objects: new S3Objects({ ...server, region: 'us-east-1', prefix: `runs/${randomUUID()}` }),
    local: tempDir(),
  }));

  it('lists more than one page of keys', async () => {
    // The storage of the other tests has no second page where OpenSSL has no DES any more.
    const asked: (string | null)[] = [];
    const pages = createServer((request, response) => {
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('continuation-token');
      asked.push(token);
      const key = token === null ? 'media/a/1/x' : 'media/b/1/y';
      const next =
        token === null
          ? '<IsTruncated>true</IsTruncated><NextContinuationToken>t/1=</NextContinuationToken>'
          : '<IsTruncated>false</IsTruncated>';
      response.setHeader('content-type', 'application/xml');
      response.end(
        `<?xml version="1.0"?><ListBucketResult>${next}<Contents><Key>${key}</Key><LastModified>2026-03-01T00:00:00.000Z</LastModified><Size>1</Size></Contents></ListBucketResult>`,
      );
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void pages.close());
    const endpoint = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    const objects = new S3Objects({ ...server, endpoint, region: 'us-east-1', prefix: '', keysAtATime: 1 });
    const listed: ListedObject[] = [];
    for await (const one of objects.list('media')) listed.push(one);
    expect(asked).toEqual([null, 't/1=']);
    expect(listed.map(({ key }) => key)).toEqual(['media/a/1/x', 'media/b/1/y']);
    expect(listed[0].modifiedMs).toBe(Date.UTC(2026, 2, 1));
  });

  it('is an error where it cannot be reached, not an absence', async () => {
    const objects = new S3Objects({ ...server, endpoint: 'http://127.0.0.1:9', region: 'us-east-1', prefix: '' });
    const out = (asked: Promise<unknown>) => asked.then(() => false, isStoreFault);
    expect(await Promise.all([out(objects.has('media/a')), out(objects.open('media/a'))])).toEqual([true, true]);
  });

  it.skipIf(!existsSync(openFiles))('leaves no file open of what it could not send', async () => {
    const objects = new S3Objects({ ...server, endpoint: 'http://127.0.0.1:9', region: 'us-east-1', prefix: '' });
    const path = join(tempDir(), 'video.mp4');
    writeFileSync(path, Buffer.alloc(1_000_000));
    expect(await objects.putFile('uploads/a', path).then(() => false, isStoreFault)).toBe(true);
    const isOpen = (): boolean => readdirSync(openFiles).some((name) => targetOf(join(openFiles, name)) === path);
    await expect.poll(isOpen).toBe(false);
    expect(existsSync(path)).toBe(true);
  });

  it('cannot be reached where an answer breaks off', async () => {
    const broken = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half', () => response.destroy());
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void broken.close());
    const endpoint = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
    const objects = new S3Objects({ ...server, endpoint, region: 'us-east-1', prefix: '' });
    const folder = tempDir();
    expect(await objects.local('uploads/a', folder).then(() => false, isStoreFault)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused however deep in the prefix of another store', async () => {
    const lab = `s3://${server.bucket}/lab-${randomUUID()}`;
    const startAt = (place: string) =>
      startServer({ dataDir: tempDir(), port: 0, workers: 0, media: { ...server, region: 'us-east-1', place } });
    await (await startAt(lab)).close();
    const refused = { code: 'media_of_another_store', message: expect.stringContaining(`${lab}/place/`) };
    await expect(startAt(`${lab}/media/0b5e/1`)).rejects.toMatchObject(refused);
  });

  it('has to be told wholly', () => {
    const dir = openDataDir(tempDir());
    const place = { place: 's3://bucket', endpoint: null, region: 'x', accessKeyId: 'a', secretAccessKey: 'b' };
    expect(() => openMedia(dir, place)).toThrow(expect.objectContaining({ code: 'invalid_option' }));
  });
});
