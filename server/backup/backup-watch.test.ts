import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const watching = (endAt: number) => {
  const controller = new AbortController();
  const told: number[] = [];
  const onBytes = (done: number, expected: number) => {
    told.push(done / expected);
    if (told.length === endAt) controller.abort();
  };
  return { told, signal: controller.signal, onBytes };
};

it('tells how far a backup is, and one that is ended leaves nothing', async () => {
  const folder = tempDir();
  const [data, backup] = [join(folder, 'data'), join(folder, 'backup')];
  await createPartnerKey(data, 'acme');
  await expect(makeBackup(data, backup, 0, watching(1))).rejects.toMatchObject({ code: 'aborted' });
  expect(readdirSync(folder)).toEqual(['data']);

  const making = watching(0);
  await makeBackup(data, backup, 0, making);
  expect(making.told).toEqual(making.told.toSorted((a, b) => a - b));
  expect(making.told.at(-1)).toBe(1);

  mkdirSync(join(folder, 'back'));
  await expect(restoreBackup(backup, join(folder, 'back'), watching(1))).rejects.toMatchObject({ code: 'aborted' });
  expect(readdirSync(folder).sort()).toEqual(['back', 'backup', 'data']);
  expect(readdirSync(join(folder, 'back'))).toEqual([]);

  const restoring = watching(0);
  await restoreBackup(backup, join(folder, 'back'), restoring);
  expect(restoring.told).toEqual(restoring.told.toSorted((a, b) => a - b));
  expect(restoring.told.at(-1)).toBe(1);
});
