import type { ShownResult } from './shown-result.ts';

/** What a reader must know before acting on the numbers. */
export const LimitsSection = ({ shown: { words } }: { readonly shown: ShownResult }) => (
  <section class="result-section" aria-labelledby="result-limits">
    <h2 id="result-limits">{words.headings.limits}</h2>
    <ul class="result-limits">
      {words.limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  </section>
);
