import { languages } from '../../../engine/score/language.ts';
import type { Gait, ScenarioGroup } from './scenario.ts';

const gaits: Readonly<Record<Gait, string>> = {
  hop: 'quick steps, short contacts',
  stick: 'quick steps, long contacts',
  bounce: 'slow steps, short contacts',
  push: 'slow steps, long contacts',
  sit: 'ordinary steps and contacts',
};

/** What a finished analysis says. */
export const results: ScenarioGroup = {
  title: 'Success',
  scenarios: [
    { name: 'success', what: 'Succeeds, as every name that is not in this table does.', effects: {} },
    {
      name: 'instant',
      what: 'Succeeds at once: the first poll finds it done.',
      effects: { course: { pendingMs: 0, durationMs: 0 } },
    },
    { name: 'side-view', what: 'The side view, whatever was asked for.', effects: { view: 'side_view' } },
    { name: 'back-view', what: 'The back view, whatever was asked for.', effects: { view: 'back_view' } },
    {
      name: 'documented-sample',
      what: 'The sample of the vendor’s documentation in place of a computed result.',
      effects: { documentedSample: true },
    },
    { name: 'rearfoot', what: 'Lands on the heel.', effects: { runner: { footAngleDeg: 20 } } },
    { name: 'midfoot', what: 'Lands on the middle of the foot.', effects: { runner: { footAngleDeg: 3.3 } } },
    { name: 'forefoot', what: 'Lands on the ball of the foot.', effects: { runner: { footAngleDeg: -10 } } },
    ...(Object.keys(gaits) as Gait[]).map((gait) => ({
      name: gait,
      what: `The running style \`${gait}\`: ${gaits[gait]}.`,
      effects: { gait },
    })),
    ...languages.map((language) => ({
      name: `language-${language}`,
      what: `Texts in \`${language}\`, whatever was asked for.`,
      effects: { language },
    })),
  ],
};
