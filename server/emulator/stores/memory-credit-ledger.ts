import type { CreditBalance, CreditEntry, CreditGrant, CreditKind, CreditLedger } from '../../store/credit-ledger.ts';
import type { AnalysisRow, Memory, PartnerRow } from './memory.ts';

/** Credits in memory. */
export class MemoryCreditLedger implements CreditLedger {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  async grant(partnerId: string, grant: CreditGrant, nowMs: number): Promise<CreditBalance> {
    return balanceOf(addGrant(this.#memory, partnerId, grant, nowMs));
  }

  async balance(partnerId: string): Promise<CreditBalance> {
    return balanceOf(partnerIn(this.#memory, partnerId));
  }

  async entries(partnerId: string): Promise<CreditEntry[]> {
    return [...(this.#memory.partners.get(partnerId)?.entries ?? [])];
  }
}

/** From the first grant on a partner is metered. @throws Error for a partner that is not there. */
export function addGrant(memory: Memory, partnerId: string, { amount, note }: CreditGrant, nowMs: number): PartnerRow {
  const partner = partnerIn(memory, partnerId);
  partner.metered = true;
  addEntry(partner, { kind: 'granted', amount, analysisId: null, note, nowMs });
  return partner;
}

/** Closes a partner's books and opens new ones with so many credits. */
export function setCredits(memory: Memory, partnerId: string, amount: number, nowMs: number): void {
  const partner = partnerIn(memory, partnerId);
  partner.entries.length = 0;
  partner.balance = 0;
  addGrant(memory, partnerId, { amount, note: null }, nowMs);
}

/** Takes a credit, or writes that an unmetered partner pays none. @returns What was taken; null when none is left. */
export function takeCredit(memory: Memory, partnerId: string, analysisId: string, nowMs: number): number | null {
  const partner = partnerIn(memory, partnerId);
  const amount = partner.metered ? 1 : 0;
  if (partner.balance < amount) return null;
  addEntry(partner, { kind: 'taken', amount, analysisId, note: null, nowMs });
  return amount;
}

/** Returns what was taken for an analysis, once. */
export function returnCredit(memory: Memory, analysis: AnalysisRow, nowMs: number): void {
  if (analysis.returned) return;
  analysis.returned = true;
  const { id: analysisId, charged: amount, partnerId } = analysis;
  addEntry(partnerIn(memory, partnerId), { kind: 'returned', amount, analysisId, note: null, nowMs });
}

interface NewEntry extends Pick<CreditEntry, 'amount' | 'analysisId' | 'note'> {
  readonly kind: CreditKind;
  readonly nowMs: number;
}

function addEntry(partner: PartnerRow, { nowMs, ...entry }: NewEntry): void {
  partner.balance += entry.kind === 'taken' ? -entry.amount : entry.amount;
  const sequence = (partner.entries.at(-1)?.sequence ?? 0) + 1;
  partner.entries.push({ sequence, ...entry, balance: partner.balance, createdAtMs: nowMs });
}

function partnerIn(memory: Memory, partnerId: string): PartnerRow {
  const partner = memory.partners.get(partnerId);
  if (partner === undefined) throw new Error(`there is no partner ${partnerId}`);
  return partner;
}

function balanceOf({ metered, balance, entries }: PartnerRow): CreditBalance {
  const sum = (kind: CreditKind): number =>
    entries.reduce((total, entry) => (entry.kind === kind ? total + entry.amount : total), 0);
  return { metered, granted: sum('granted'), taken: sum('taken'), returned: sum('returned'), balance };
}
