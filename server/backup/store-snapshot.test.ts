import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { hashSessionToken } from '../accounts/session-token.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openStores } from '../store/open-stores.ts';
import { readSnapshot, takeSnapshot } from './store-snapshot.ts';

it('keeps people, and lets nobody be signed in', async () => {
  const dir = openDataDir(tempDir());
  const { people, sessions, close } = await openStores({ dir });
  onTestFinished(close);
  await people.add({ partner: 'Acme', name: 'Mia', passwordHash: 'hash-1' }, 1);
  const proven = await people.credentialsOf('mia');
  const session = hashSessionToken('token');
  await sessions.begin(session, proven ?? { personId: '', passwordHash: '' }, 2);
  const target = join(tempDir(), 'stridelab.db');
  takeSnapshot(dir.databasePath, target);
  expect(readSnapshot(target).finished).toEqual([]);
  const kept = new Database(target, { readonly: true });
  onTestFinished(() => void kept.close());
  expect(kept.prepare('SELECT name FROM people').all()).toEqual([{ name: 'Mia' }]);
  expect(kept.prepare('SELECT hash FROM sessions').all()).toEqual([]);
  expect(readFileSync(target, 'latin1').includes(session)).toBe(false);
  expect(await sessions.find(session, 3)).not.toBeNull();
});
