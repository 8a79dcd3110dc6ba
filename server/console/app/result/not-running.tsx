import type { ShownResult } from './shown-result.ts';

/** That a clip shows no running, and what to film: it stands in the place of every number. */
export function NotRunning({ shown: { details, words } }: { readonly shown: ShownResult }) {
  const reason = details.metrics.find(({ id }) => id === 'cadence')?.reason ?? 'not_running';
  return (
    <div class="result-alert">
      <p>{words.ui.notRunning}</p>
      <p>{words.reasons[reason]}</p>
    </div>
  );
}
