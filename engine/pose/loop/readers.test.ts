import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { rgbLayout } from '../../video/planar-picture.ts';
import { wholePicture } from '../crop.ts';
import { prepareNetworks, type ReadyNetworks } from '../prepare-networks.ts';
import { PictureRing } from './picture-ring.ts';
import type { ReadRequest } from './read-queue.ts';
import { startReaderThreads } from './reader-threads.ts';
import { Readers } from './readers.ts';

const choice = { network: 'blazepose-lite', runtime: 'onnx' } as const;
const ring = (): PictureRing => PictureRing.create(rgbLayout({ widthPx: 32, heightPx: 32 }), 1);

function brokenNetwork(): string {
  const path = join(tempDir(), 'broken.onnx');
  writeFileSync(path, 'no network');
  return path;
}

test.each<[string, (ready: ReadyNetworks) => ReadyNetworks]>([
  ['the network', (ready) => ({ ...ready, 'blazepose-lite': { onnxPath: brokenNetwork() } })],
  ['the detector', (ready) => ({ ...ready, 'blazepose-detector': { onnxPath: brokenNetwork() } })],
])('when %s cannot be opened, that is told once and no thread is left', async (_what, change) => {
  const failures: unknown[] = [];
  const ready = change(await prepareNetworks(choice));
  const opening = Readers.open(2, { ...choice, ready }, (error) => failures.push(error));
  await expect(opening).rejects.toThrow('broken.onnx');
  expect(failures).toHaveLength(1);
});

test('what is asked before the networks are open is answered afterwards', async () => {
  const ready = await prepareNetworks(choice);
  const readers = new Readers(startReaderThreads(2), (error) => {
    throw error;
  });
  readers.open({ ...choice, ready });
  const pictures = ring();
  readers.use(pictures);
  const answered = Promise.all(
    (['find', 'read', 'read'] as const).map(
      (kind) =>
        new Promise<string>((resolve) => {
          const crop = wholePicture(pictures.picture(0));
          readers.ask({ kind, slot: 0, crop, done: () => resolve(kind) });
        }),
    ),
  );
  expect(await answered).toEqual(['find', 'read', 'read']);
  await readers.close();
});

test('a reading that fails is told once, and nothing is answered after it', async () => {
  const failures: unknown[] = [];
  let tell: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const readers = await Readers.open(2, { ...choice, ready: await prepareNetworks(choice) }, (error) => {
    failures.push(error);
    tell();
  });
  let answers = 0;
  const nowhere: ReadRequest = {
    kind: 'read',
    slot: 7,
    crop: wholePicture({ widthPx: 32, heightPx: 32 }),
    done: () => answers++,
  };
  readers.use(ring());
  for (let i = 0; i < 6; i++) readers.ask(nowhere);
  await failed;
  await readers.close();
  expect(failures).toHaveLength(1);
  expect(answers).toBe(0);
});

test('a thread that ends is told of once, and closing waits for nothing', async () => {
  const failures: unknown[] = [];
  let tell: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const threads = startReaderThreads(2);
  const readers = new Readers(threads, (error) => {
    failures.push(error);
    tell();
  });
  for (const port of threads.ports) port.postMessage({ type: 'close' });
  await failed;
  await readers.close();
  expect(failures).toEqual([new Error('a reader thread has ended')]);
});
