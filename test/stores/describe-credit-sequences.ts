import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CreditModel, maxCrashes } from './credit-model.ts';
import { newAnalysis, someReason, someResult } from './new-analysis.ts';
import { type OpenedStores, type OpenStores, partnerIn } from './opened-stores.ts';

type Act =
  | { readonly kind: 'grant'; readonly partner: number; readonly amount: number }
  | { readonly kind: 'start'; readonly partner: number }
  | { readonly kind: 'take' }
  | { readonly kind: 'crash' }
  | {
      readonly kind: 'end';
      readonly how: 'succeed' | 'fail' | 'handBack';
      readonly which: number;
      readonly stale: boolean;
    };

const partner = fc.nat({ max: 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('grant' as const), partner, amount: fc.nat({ max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start' as const), partner }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'take' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      how: fc.constantFrom('succeed' as const, 'fail' as const, 'handBack' as const),
      which: fc.nat({ max: 100 }),
      stale: fc.nat({ max: 3 }).map((draw) => draw === 0),
    }),
  },
);

/** Does one thing to the stores and to the model, and holds what they answer against each other. */
async function apply(step: Act, stores: OpenedStores, ids: readonly string[], model: CreditModel): Promise<void> {
  const { analyses, credits } = stores;
  switch (step.kind) {
    case 'grant':
      model.grant(step.partner, step.amount);
      await credits.grant(ids[step.partner], { amount: step.amount, note: null }, 1);
      return;
    case 'start': {
      const id = `a${model.started++}`;
      expect(await analyses.add(newAnalysis(id, ids[step.partner]))).toBe(model.start(id, step.partner));
      return;
    }
    case 'take':
      expect((await analyses.takeNext(1))?.id ?? null).toBe(model.take());
      return;
    case 'crash':
      expect(await analyses.recover(maxCrashes, someReason, 1)).toBe(model.crash());
      return;
    case 'end': {
      const id = model.someId(step.which);
      const run = { id, attempt: model.attemptOf(id) - (step.stale ? 1 : 0) };
      const ends = {
        succeed: () => analyses.succeed(run, someResult(), 1),
        fail: () => analyses.fail(run, someReason, 1),
        handBack: () => analyses.handBack(run),
      };
      expect(await ends[step.how]()).toBe(model.end(run, step.how));
    }
  }
}

/** In any order of grants, starts, ends, hand-backs and crashes the books are right after every step. */
export function describeCreditSequences(open: OpenStores): void {
  describe('credits in any order of events', () => {
    it.each([false, true])(
      'keep balance = granted - taken + returned, never negative (kept when failed: %s)',
      async (kept) => {
        const sequences = fc.array(act, { minLength: 1, maxLength: 80, size: 'max' });
        const holds = fc.asyncProperty(sequences, async (steps) => {
          const stores = await open({ keepCreditsOfFailed: kept });
          const ids = [await partnerIn(stores, 'Acme'), await partnerIn(stores, 'Zenith')];
          const model = new CreditModel(kept);
          for (const step of steps) {
            await apply(step, stores, ids, model);
            for (const [index, id] of ids.entries()) {
              const balance = await stores.credits.balance(id);
              expect(balance).toEqual(model.balanceOf(index));
              expect(balance.balance).toBe(balance.granted - balance.taken + balance.returned);
              expect(balance.balance).toBeGreaterThanOrEqual(0);
            }
          }
          for (const id of ids) {
            const entries = await stores.credits.entries(id);
            expect(entries.every((entry) => entry.balance >= 0)).toBe(true);
            expect(entries.at(-1)?.balance ?? 0).toBe((await stores.credits.balance(id)).balance);
            const once = entries
              .filter((entry) => entry.analysisId !== null)
              .map((entry) => `${entry.kind} ${entry.analysisId}`);
            expect(new Set(once).size).toBe(once.length);
          }
        });
        await fc.assert(holds, { seed: 20_260_301, numRuns: 60 });
      },
    );
  });
}
