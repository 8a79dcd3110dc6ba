import type { CreditBalance } from '../../server/store/credit-ledger.ts';

export const maxCrashes = 2;

interface ModelAnalysis {
  readonly partner: number;
  readonly price: number;
  status: 'pending' | 'analyzing' | 'success' | 'failed';
  attempt: number;
  crashes: number;
  readonly turn: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const nothing = (): Mutable<CreditBalance> => ({ metered: false, granted: 0, taken: 0, returned: 0, balance: 0 });

/** What two partners have and what runs, as plainly as it can be written. */
export class CreditModel {
  started = 0;
  readonly #kept: boolean;
  readonly #partners = [nothing(), nothing()];
  readonly #analyses = new Map<string, ModelAnalysis>();

  constructor(kept: boolean) {
    this.#kept = kept;
  }

  balanceOf(partner: number): CreditBalance {
    return this.#partners[partner];
  }

  /** Every other time an analysis that runs, if one does; else any that was started. */
  someId(draw: number): string {
    const running = [...this.#analyses].filter(([, { status }]) => status === 'analyzing').map(([id]) => id);
    const ids = draw % 2 === 0 && running.length > 0 ? running : [...this.#analyses.keys()];
    return ids[Math.floor(draw / 2) % ids.length] ?? 'none';
  }

  attemptOf(id: string): number {
    return this.#analyses.get(id)?.attempt ?? 0;
  }

  grant(partner: number, amount: number): void {
    const account = this.#partners[partner];
    account.metered = true;
    account.granted += amount;
    account.balance += amount;
  }

  start(id: string, partner: number): 'added' | 'insufficient_credits' {
    const account = this.#partners[partner];
    const price = account.metered ? 1 : 0;
    if (account.balance < price) return 'insufficient_credits';
    account.taken += price;
    account.balance -= price;
    this.#analyses.set(id, {
      partner,
      price,
      status: 'pending',
      attempt: 0,
      crashes: 0,
      turn: this.#nextTurn(partner),
    });
    return 'added';
  }

  take(): string | null {
    const [first] = this.#waiting().sort(([, a], [, b]) => a.turn - b.turn);
    if (first === undefined) return null;
    const [id, analysis] = first;
    analysis.status = 'analyzing';
    analysis.attempt++;
    return id;
  }

  /** Behind the partner's own that wait, and not before all others. */
  #nextTurn(partner: number): number {
    const waiting = this.#waiting().map(([, analysis]) => analysis);
    const own = waiting.filter((analysis) => analysis.partner === partner).map(({ turn }) => turn + 1);
    return waiting.length === 0 ? 0 : Math.max(Math.min(...waiting.map(({ turn }) => turn)), ...own);
  }

  #waiting(): [string, ModelAnalysis][] {
    return [...this.#analyses].filter(([, { status }]) => status === 'pending');
  }

  crash(): number {
    let waiting = 0;
    for (const analysis of this.#analyses.values()) {
      if (analysis.status !== 'analyzing') continue;
      if (++analysis.crashes >= maxCrashes) {
        this.#fail(analysis);
      } else {
        analysis.status = 'pending';
        waiting++;
      }
    }
    return waiting;
  }

  end(
    { id, attempt }: { readonly id: string; readonly attempt: number },
    how: 'succeed' | 'fail' | 'handBack',
  ): boolean {
    const analysis = this.#analyses.get(id);
    if (analysis?.status !== 'analyzing' || analysis.attempt !== attempt) return false;
    if (how === 'fail') this.#fail(analysis);
    else analysis.status = how === 'succeed' ? 'success' : 'pending';
    return true;
  }

  #fail(analysis: ModelAnalysis): void {
    analysis.status = 'failed';
    if (this.#kept) return;
    const account = this.#partners[analysis.partner];
    account.returned += analysis.price;
    account.balance += analysis.price;
  }
}
