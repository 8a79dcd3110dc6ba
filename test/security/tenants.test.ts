import { expect, it } from 'vitest';
import { measureTenants } from '../../bench/reliability/tenants/measure-tenants.ts';
import { operations } from '../../server/contract/operations/operations.ts';

it('answers ids of another tenant on every endpoint as it answers ids of nothing', { timeout: 120_000 }, async () => {
  const { attempts, leaks, withoutControl, operations: tried } = await measureTenants();
  expect(leaks).toEqual([]);
  expect(withoutControl).toEqual([]);
  expect(tried).toBe(operations.length);
  expect(attempts).toBeGreaterThan(100);
});
