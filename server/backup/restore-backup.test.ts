import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { migrations } from '../store/migrations.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

it('sends whoever has a backup of a newer version to that version, and makes no folder', async () => {
  const folder = tempDir();
  const [data, backup, back] = ['data', 'backup', 'back'].map((name) => join(folder, name)) as [string, string, string];
  await createPartnerKey(data, 'acme');
  await makeBackup(data, backup, 0);
  const path = join(backup, 'manifest.json');
  const known = `"storeVersion": ${migrations.length}`;
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(known);
  writeFileSync(path, text.replace(known, `"storeVersion": ${migrations.length + 1}`));
  await expect(restoreBackup(backup, back)).rejects.toMatchObject({
    code: 'backup_unusable',
    advice: 'Put it back with the version that took it, or a later one; nothing has been changed.',
  });
  expect(existsSync(back)).toBe(false);
});
