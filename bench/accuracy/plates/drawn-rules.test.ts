import { expect, it } from 'vitest';
import { drawnRulesTable } from './drawn-rules.ts';

it('writes means with their signs, and a dash where no contact was found', () => {
  const none = { contacts: 0, touchdownMs: null, toeOffMs: null, contactMs: null, trueContactMs: null };
  const some = { contacts: 9, touchdownMs: -0.3, toeOffMs: 12.6, contactMs: -13.2, trueContactMs: 251.4 };
  const lines = drawnRulesTable([
    { trialId: 'a', ...some },
    { trialId: 'b', ...none },
  ]).split('\n');
  expect(lines.slice(2)).toEqual(['| a | 9 | 0 | +13 | -13 | 251 |', '| b | 0 | – | – | – | – |']);
});
