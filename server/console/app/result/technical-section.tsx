import { paceText } from '../../../contract/pace-of-speed.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';

/** The clip and how the runner was followed in it. */
export function TechnicalSection({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words, plots } = shown;
  const { clip, request, seen } = details;
  const rows: readonly (readonly [string, string])[] = [
    [
      words.ui.clip,
      `${clip.widthPx} × ${clip.heightPx}, ${written(clip.fps, language, 1)} fps, ${written(clip.durationS, language, 1)} s, ${clip.codec}`,
    ],
    [words.ui.runnerHeight, `${written(request.heightM, language, 2)} m`],
    ...(request.treadmill ? [[words.ui.treadmill, shownPace(request.paceSPerKm)] as const] : []),
    [words.ui.network, request.network],
    [words.ui.found, `${written(100 * seen.foundFraction, language, 0)} %`],
    [words.ui.repaired, written(seen.legSwapsRepaired, language, 0)],
    ...(seen.tiltDeg === null ? [] : [[words.ui.tilt, `${written(seen.tiltDeg, language, 1)}°`] as const]),
    ...(details.view === 'side' ? [[words.ui.facing, seen.facing === 'left' ? plots.left : plots.right] as const] : []),
  ];
  return (
    <section class="result-section" aria-labelledby="result-technical">
      <h2 id="result-technical">{words.headings.technical}</h2>
      <dl class="result-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What was filmed, in one line. */
export function testConditions({ details: { clip, request }, language, words }: ShownResult): string {
  const surface = request.treadmill ? words.ui.treadmill : words.ui.overground;
  const pace = request.paceSPerKm === null ? '' : ` ${shownPace(request.paceSPerKm)}`;
  return [
    `${surface}${pace}`,
    `${words.ui.runnerHeight} ${written(request.heightM, language, 2)} m`,
    `${written(clip.fps, language, 0)} fps, ${written(clip.durationS, language, 1)} s`,
  ].join(' · ');
}

const shownPace = (paceSPerKm: number | null): string => (paceSPerKm === null ? '–' : `${paceText(paceSPerKm)} min/km`);
