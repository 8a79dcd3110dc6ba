import type { ShownResult } from './shown-result.ts';

/** Reasons that say what the clip lacks, or that it was not looked for; of the others no running was found. */
const ownReasons: ReadonlySet<string> = new Set([
  ...['picture_turned', 'body_cut_off', 'runs_backwards', 'frame_rate_too_low', 'too_few_steps'],
  ...['wrong_view', 'front_view'],
]);

/** That a clip shows no running, and what to film: it stands in the place of every number. */
export function NotRunning({ shown: { details, words } }: { readonly shown: ShownResult }) {
  const reason = details.metrics.find(({ id }) => id === 'cadence')?.reason ?? 'not_running';
  return (
    <div class="result-alert">
      {ownReasons.has(reason) ? null : <p>{words.ui.notRunning}</p>}
      <p>{words.reasons[reason]}</p>
    </div>
  );
}
