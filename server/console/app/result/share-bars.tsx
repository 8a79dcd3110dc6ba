import type { Language } from '../../../../engine/score/language.ts';
import { written } from '../plots/plot-numbers.ts';

export interface Share {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly isBest: boolean;
}

/** How likely each of several kinds is: a bar each, with its number. */
export function ShareBars({ shares, language }: { readonly shares: readonly Share[]; readonly language: Language }) {
  return (
    <ul class="result-shares">
      {shares.map(({ name, share, isBest }) => (
        <li key={name} class={isBest ? 'result-share-best' : undefined}>
          <span>{name}</span>
          <svg aria-hidden="true">
            <rect class="result-share-track" width="100%" height={8} rx={4} />
            <rect class="result-share-bar" width={`${Math.max(1, 100 * share)}%`} height={8} rx={4} />
          </svg>
          <span class="result-number">{written(100 * share, language, 0)} %</span>
        </li>
      ))}
    </ul>
  );
}
