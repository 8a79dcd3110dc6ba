import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openStores } from '../store/open-stores.ts';
import type { AccountStore } from './account-store.ts';
import { apiKeyPrefix } from './api-key.ts';
import { createPartnerKey, listPartnerKeys, revokePartnerKey, rotatePartnerKey } from './partner-keys.ts';

async function openAccounts(path: string): Promise<AccountStore> {
  const stores = await openStores({ dir: openDataDir(path) });
  onTestFinished(() => stores.close());
  return stores.accounts;
}

it('makes keys that work at once for a server that already runs', async () => {
  const path = tempDir();
  const accounts = await openAccounts(path);
  const first = await createPartnerKey(path, 'Acme');
  const second = await createPartnerKey(path, ' Acme ');
  const other = await createPartnerKey(path, 'Zenith');
  expect(second.partnerId).toBe(first.partnerId);
  expect(other.partnerId).not.toBe(first.partnerId);
  expect(first.key).toMatch(/^slk_[A-Za-z0-9_-]{43}$/);
  expect(await accounts.partnerOf(first.key)).toBe(first.partnerId);
  expect(await accounts.partnerOf(other.key)).toBe(other.partnerId);
});

it('revokes a key, and lists keys without the keys', async () => {
  const path = tempDir();
  const { key, keyId } = await createPartnerKey(path, 'Acme');
  expect(await revokePartnerKey(path, keyId)).toBe(true);
  expect(await revokePartnerKey(path, keyId)).toBe(false);
  expect(await revokePartnerKey(path, 'unknown')).toBe(false);
  expect(await (await openAccounts(path)).partnerOf(key)).toBeNull();
  const [listed] = await listPartnerKeys(path);
  expect(listed).toMatchObject({ keyId, partner: 'Acme', prefix: apiKeyPrefix(key) });
  expect(listed.revokedAtMs).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(key);
});

it('writes no key to the disk, only how it begins', async () => {
  const path = tempDir();
  await openAccounts(path);
  const created = await createPartnerKey(path, 'Acme');
  const rotated = await rotatePartnerKey(path, created.keyId);
  const files = readdirSync(path).filter((name) => name.startsWith('stridelab.db'));
  const bytes = files.map((name) => readFileSync(join(path, name), 'latin1')).join('');
  for (const { key } of [created, rotated!]) {
    expect(bytes).toContain(apiKeyPrefix(key));
    expect(bytes).not.toContain(key.slice(0, apiKeyPrefix(key).length + 4));
    expect(bytes).not.toContain(key.slice(-8));
  }
});

it('rotates and revokes with effect on a server that already runs', async () => {
  const path = tempDir();
  const accounts = await openAccounts(path);
  const { key, keyId, partnerId } = await createPartnerKey(path, 'Acme', { label: 'server' });
  expect(await accounts.partnerOf(key)).toBe(partnerId);
  const rotated = await rotatePartnerKey(path, keyId);
  expect(await accounts.partnerOf(key)).toBeNull();
  expect(await accounts.partnerOf(rotated!.key)).toBe(partnerId);
  expect(await rotatePartnerKey(path, keyId)).toBeNull();
  await revokePartnerKey(path, rotated!.keyId);
  expect(await accounts.partnerOf(rotated!.key)).toBeNull();
});

it('refuses a partner without a name', async () => {
  await expect(createPartnerKey(tempDir(), '  ')).rejects.toMatchObject({ code: 'invalid_option' });
});
