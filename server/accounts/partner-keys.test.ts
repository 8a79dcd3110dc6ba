import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/database.ts';
import { sqliteStores } from '../store/sqlite-stores.ts';
import { generateWebhookSecret } from '../webhooks/webhook-secret.ts';
import type { AccountStore } from './account-store.ts';
import { apiKeyPrefix, generateApiKey } from './api-key.ts';
import { createPartnerKey, listPartnerKeys, revokePartnerKey } from './partner-keys.ts';

function openAccounts(path: string): AccountStore {
  const database = openDatabase(openDataDir(path));
  onTestFinished(() => void database.close());
  return sqliteStores(database, { newId: randomUUID, newKey: generateApiKey, newSecret: generateWebhookSecret })
    .accounts;
}

it('makes keys that work at once for a server that already runs', async () => {
  const path = tempDir();
  const accounts = openAccounts(path);
  const first = await createPartnerKey(path, 'Acme');
  const second = await createPartnerKey(path, ' Acme ');
  const other = await createPartnerKey(path, 'Zenith');
  expect(second.partnerId).toBe(first.partnerId);
  expect(other.partnerId).not.toBe(first.partnerId);
  expect(first.key).toMatch(/^slk_[A-Za-z0-9_-]{43}$/);
  expect(await accounts.partnerOf(first.key)).toBe(first.partnerId);
  expect(await accounts.partnerOf(other.key)).toBe(other.partnerId);
});

it('knows no other key, not even one with the same prefix', async () => {
  const path = tempDir();
  const { key } = await createPartnerKey(path, 'Acme');
  const accounts = openAccounts(path);
  expect(await accounts.partnerOf('')).toBeNull();
  expect(await accounts.partnerOf('slk_')).toBeNull();
  expect(await accounts.partnerOf(`${apiKeyPrefix(key)}${'A'.repeat(35)}`)).toBeNull();
  expect(await accounts.partnerOf(`${key}A`)).toBeNull();
});

it('revokes a key, and lists keys without the keys', async () => {
  const path = tempDir();
  const { key, keyId } = await createPartnerKey(path, 'Acme');
  expect(await revokePartnerKey(path, keyId)).toBe(true);
  expect(await revokePartnerKey(path, keyId)).toBe(false);
  expect(await revokePartnerKey(path, 'unknown')).toBe(false);
  expect(await openAccounts(path).partnerOf(key)).toBeNull();
  const [listed] = await listPartnerKeys(path);
  expect(listed).toMatchObject({ keyId, partner: 'Acme', prefix: apiKeyPrefix(key) });
  expect(listed.revokedAtMs).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(key);
});

it('writes no key to the disk', async () => {
  const path = tempDir();
  const { key } = await createPartnerKey(path, 'Acme');
  expect(readFileSync(join(path, 'stridelab.db'), 'latin1')).not.toContain(key.slice(12));
});

it('refuses a partner without a name', async () => {
  await expect(createPartnerKey(tempDir(), '  ')).rejects.toMatchObject({ code: 'invalid_option' });
});
