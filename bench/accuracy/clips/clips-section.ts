import { type NetworkId, networkIds } from '../../../models/registry.ts';
import type { ProgressLine } from '../../../server/cli/progress-line.ts';
import type { CurveError } from '../../curve-error.ts';
import { floorTable, table } from '../../report/table.ts';
import { mean, median } from '../../statistics.ts';
import { signed } from '../signed.ts';
import { anotherNetworkProse, anotherNetworkTable } from './another-network.ts';
import { curveJoints, type JointError, type Scalar, type ScalarError } from './clip-errors.ts';
import { clipMeasurements, errorsOf } from './clip-floors.ts';
import type { ClipWithTruth, Half } from './clip-with-truth.ts';
import { everyClip } from './every-clip.ts';
import { type ClipOutcome, measureClipWithTruth } from './measure-clips.ts';
import { measureNotRunning, type NotRunningOutcome } from './not-running-clips.ts';
import { measureStanding, type StandingOutcome, standingProse, standingTable } from './standing-section.ts';

/** Whose clips are shown one by one, and which is held to the floors: the default. */
const shownClipByClip: NetworkId = 'blazepose-full';

/** So near are sole and force plate where a contact has one truth, milliseconds. */
const oneTruthMs = 20;

const halves: readonly Half[] = ['reporting', 'development'];

/** Every n-th clip of a known runner through the whole pipeline, with every network: tables for `docs/accuracy.md`. */
export async function clipsAccuracySection(every: number, progress: Pick<ProgressLine, 'update'>): Promise<string> {
  const clips = (await everyClip()).filter((_, i) => i % every === 0);
  const outcomes: ClipOutcome[] = [];
  for (const network of networkIds) {
    for (const clip of clips) {
      progress.update((100 * outcomes.length) / (clips.length * networkIds.length), `${network}: ${clip.name}`);
      outcomes.push(await measureClipWithTruth(clip, network));
    }
  }
  const standing = await measureStanding(shownClipByClip, every, (name) => progress.update(99, name));
  const beside = await anotherNetworkTable();
  return clipsSection(outcomes, await measureNotRunning(shownClipByClip), standing, beside);
}

/** The section of some outcomes. */
export function clipsSection(
  outcomes: readonly ClipOutcome[],
  notRunning: readonly NotRunningOutcome[],
  standing: readonly StandingOutcome[],
  besideAnother: string | null = null,
): string {
  const parts = halves.flatMap((half) => {
    const own = outcomes.filter(({ clip }) => clip.half === half && clip.kind === 'rendered');
    return own.length === 0
      ? []
      : [
          `**Rendered clips, ${half} half**. A row is a network. The columns are its errors over all clips, and the shares of its numbers inside and withheld.`,
          overview(own),
        ];
  });
  const painted = outcomes.filter(({ clip }) => clip.kind === 'painted');
  const real = outcomes.filter(({ clip }) => clip.kind === 'real');
  const shown = outcomes.filter(({ network }) => network === shownClipByClip);
  return [
    floorTable(
      clipMeasurements(
        shown,
        notRunning,
        standing.map(({ outcome }) => outcome),
      ),
    ),
    `What the floors are held to:

- They are held to ${shownClipByClip}, the default, and to every rendered clip of both halves whose soles are the avatar's own.
- Contact and flight depend on where a sole is said to land. Half a centimetre of its height moves a clip's mean by 9 to 29 ms and single landings by up to 79 ms. The avatar's exact joints do no better than its pictures. Both were measured on clips made before these ([decision 28](decisions/0028-what-a-contact-is.md)).
- The same touchdowns shift a curve over the cycle, so a joint errs more by phase than frame by frame. Frame by frame, no touchdown is needed.

What the truth is:

- The truth of a rendered clip is the avatar's: contacts of its own sole (within 2 cm of its height in stance), and joints projected on its sagittal plane.
- A treadmill's pace is given, as a client gives it.
- *Unpaced speed* is what the pictures alone show ([decision 25](decisions/0025-speed-of-a-belt.md)), on the avatars' own soles. Its truth is the speed at which these go back through the room in the middle of a stance.
- These soles slide, since the avatar's legs are not the human's: up to 18 % faster and 6 % slower than a belt would go, and their speed differs by 5 % within one stance. A belt has one speed under soles that stand, so the floor is held to clips with such soles (below).

What the columns mean:

- *Shape* is the root mean square error of a mean curve (101 points of the cycle, phase by the measured touchdowns) after its mean error, the *offset*, is taken off. It is the median over the legs, with the largest in brackets.
- *Inside* is the share of reported numbers whose 90 % interval holds the truth.

How the halves were used:

- Constants were set on the development half, except three that were set with both in view: the weight of the painted runner, the uncertainties, and what the toe's height does to toe-off.
- The reporting half was chosen before it was looked at (\`bench/accuracy/clips/rendered-configs.ts\`).`,
    ...parts,
    ...halves.flatMap((half) => {
      const own = outcomes.filter(({ clip }) => clip.half === half && clip.kind === 'rendered');
      return own.length === 0
        ? []
        : [
            `**Angles frame by frame, rendered clips, ${half} half**, in degrees. The columns are the joints of the near and the far limb. A cell is the root mean square error over the legs after each one's offset is taken off (largest leg in brackets), then mean and spread of the offsets.`,
            byTimeTable(own),
          ];
    }),
    ...(painted.length === 0
      ? []
      : ['**Painted runner, both halves**. The columns are those of the rendered clips.', overview(painted)]),
    ...(real.length === 0
      ? []
      : [
          '**People, cadence counted from the picture**. The columns are the clip, the network, the counted cadence and the error; *(outside)* means that the interval does not hold the truth.',
          cadences(real),
        ]),
    ...(besideAnother === null ? [] : [anotherNetworkProse, besideAnother]),
    `**${shownClipByClip}, clip by clip**. A row is a clip. The columns are the errors of its numbers; a dash stands where there is no truth.`,
    clipTable(shown),
    oneTruth(shown),
    ...(standing.length === 0 ? [] : [standingProse, standingTable(standing)]),
  ].join('\n\n');
}

const networksOf = (outcomes: readonly ClipOutcome[]): NetworkId[] =>
  networkIds.filter((id) => outcomes.some(({ network }) => network === id));

/** One row a network. */
function overview(outcomes: readonly ClipOutcome[]): string {
  const rows = networksOf(outcomes).map((network) => {
    const own = outcomes.filter((outcome) => outcome.network === network);
    const errors = (scalar: Scalar): ScalarError[] => errorsOf(own, scalar);
    const every = own.flatMap((outcome) => outcome.scalars);
    const reported = every.filter(({ inside }) => inside !== null);
    return [
      network,
      String(own.length),
      largest(errors('cadenceSpm'), 2),
      meanAndSpread(errors('contactTimeMs')),
      within(errors('contactTimeMs'), 20),
      meanAndSpread(errors('flightTimeMs')),
      shareErrors(errors('speedMps')),
      shareErrors(errors('speedOverSolesMps')),
      ...curveJoints.map((joint) =>
        curveCell(own.flatMap((outcome) => outcome.joints).filter((e) => e.joint === joint)),
      ),
      percent(reported.filter(({ inside }) => inside).length, reported.length),
      percent(every.length - reported.length, every.length),
    ];
  });
  const head = [
    'network',
    'clips',
    'cadence, largest, spm',
    'contact, ms',
    'within 20 ms',
    'flight, ms',
    'speed, %',
    'unpaced speed, %',
  ];
  const joints = curveJoints.map((joint) => `${joint}: shape, offset, deg`);
  return table([...head, ...joints, 'inside', 'withheld'], rows);
}

/** One row a network; near and far limbs apart. */
function byTimeTable(outcomes: readonly ClipOutcome[]): string {
  const columns = curveJoints.flatMap((joint) => (['near', 'far'] as const).map((limb) => ({ joint, limb })));
  const rows = networksOf(outcomes).map((network) => {
    const legsOf = outcomes.filter((outcome) => outcome.network === network).flatMap(({ joints }) => joints);
    return [
      network,
      ...columns.map(({ joint, limb }) => {
        const errors = legsOf.flatMap((leg) => (leg.joint === joint && leg.limb === limb && leg.byTime) || []);
        if (errors.length === 0) return 'withheld';
        const shapes = errors.map(({ rmsOfShape }) => rmsOfShape);
        const rms = Math.sqrt(mean(shapes.map((shape) => shape ** 2)));
        return `${rms.toFixed(1)} (${Math.max(...shapes).toFixed(1)}); ${offsets(errors)}`;
      }),
    ];
  });
  return table(['network', ...columns.map(({ joint, limb }) => `${joint}, ${limb}`)], rows);
}

function cadences(outcomes: readonly ClipOutcome[]): string {
  const rows = outcomes.flatMap(({ clip, network, scalars }) =>
    scalars.map(({ truth, error, inside }) => [
      clip.name,
      network,
      truth.toFixed(1),
      error === null ? 'withheld' : `${signed(error, 2)}${inside ? '' : ' (outside)'}`,
    ]),
  );
  return table(['clip', 'network', 'truth, spm', 'error, spm'], rows);
}

function clipTable(outcomes: readonly ClipOutcome[]): string {
  const rows = outcomes.map(({ clip, scalars, joints }) => {
    const error = (scalar: Scalar, decimals: number): string => {
      const found = scalars.find((candidate) => candidate.scalar === scalar);
      if (found === undefined) return '–';
      return found.error === null ? 'withheld' : `${signed(found.error, decimals)}${found.inside ? '' : ' (outside)'}`;
    };
    const share = (scalar: Scalar): string => shareErrors(scalars.filter((candidate) => candidate.scalar === scalar));
    return [
      `${clip.name}${clip.half === 'development' ? ' (development)' : ''}`,
      error('cadenceSpm', 2),
      error('contactTimeMs', 0),
      plateAgainstSole(clip),
      error('flightTimeMs', 0),
      error('dutyFactor', 3),
      share('speedMps'),
      share('speedOverSolesMps'),
      share('stepLengthM'),
      error('verticalOscillationM', 3),
      error('trunkLeanDeg', 1),
      error('overstrideDeg', 1),
      error('frontKneeAngleDeg', 1),
      error('backKneeAngleDeg', 1),
      error('footAngleDeg', 1),
      ...curveJoints.map((joint) => legs(joints.filter((candidate) => candidate.joint === joint))),
    ];
  });
  const head = [
    'clip',
    'cadence, spm',
    'contact, ms',
    'plate against sole, ms',
    'flight, ms',
    'duty factor',
    'speed, %',
    'unpaced speed, %',
    'step length, %',
  ];
  const angles = [
    'vertical oscillation, m',
    'trunk lean, deg',
    'shank at touchdown, deg',
    'front knee at touchdown, deg',
    'back knee at touchdown, deg',
    'foot at touchdown, deg',
  ];
  const curves = curveJoints.map((joint) => `${joint}: shape (offset) near / far, deg`);
  return table([...head, ...angles, ...curves], rows);
}

/** How much longer the human stood on the force plate than the avatar's sole. */
const plateAgainstSole = ({ truth: { contactTimeMs }, plateContactMs }: ClipWithTruth): string =>
  contactTimeMs === undefined || plateContactMs === undefined ? '–' : signed(plateContactMs - contactTimeMs, 0);

/** How far contacts are off where it is no question when a foot stands. */
function oneTruth(outcomes: readonly ClipOutcome[]): string {
  const rendered = outcomes.filter(({ clip }) => clip.kind === 'rendered');
  const alike = rendered.filter(
    ({ clip: { truth, plateContactMs = Number.NaN } }) =>
      Math.abs(plateContactMs - (truth.contactTimeMs ?? Number.NaN)) <= oneTruthMs,
  );
  return `*Plate against sole* is how much longer the human stood on the force plate than the avatar's sole does. In ${alike.length} of ${rendered.length} clips they agree within ${oneTruthMs} ms; there the largest error of the mean contact is ${largest(errorsOf(alike, 'contactTimeMs'), 0)} ms.`;
}

const known = (errors: readonly ScalarError[]): number[] =>
  errors.flatMap(({ error }) => (error === null ? [] : [error]));

const percent = (count: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * count) / all)} %`);

function largest(errors: readonly ScalarError[], decimals: number): string {
  const values = known(errors).map(Math.abs);
  return values.length === 0 ? '–' : Math.max(...values).toFixed(decimals);
}

function meanAndSpread(errors: readonly ScalarError[]): string {
  const values = known(errors);
  if (values.length === 0) return '–';
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return `${signed(centre, 0)} ± ${spread.toFixed(0)}, largest ${Math.max(...values.map(Math.abs)).toFixed(0)}`;
}

const within = (errors: readonly ScalarError[], bound: number): string =>
  `${known(errors).filter((error) => Math.abs(error) <= bound).length} of ${errors.length}`;

/** In percent of the truth. */
function shareErrors(errors: readonly ScalarError[]): string {
  if (errors.length === 0) return '–';
  const shares = errors.flatMap(({ error, truth }) => (error === null ? [] : [(100 * error) / truth]));
  if (shares.length === 0) return 'withheld';
  if (errors.length === 1) return signed(shares[0], 1);
  return `${signed(mean(shares), 1)}, largest ${Math.max(...shares.map(Math.abs)).toFixed(1)}`;
}

function curveCell(errors: readonly JointError[]): string {
  const found = errors.flatMap(({ error }) => (error === null ? [] : [error]));
  if (found.length === 0) return errors.length === 0 ? '–' : 'withheld';
  const shapes = found.map(({ rmsOfShape }) => rmsOfShape);
  return `${median(shapes).toFixed(1)} (${Math.max(...shapes).toFixed(1)}); ${offsets(found)}`;
}

/** Mean and spread of the offsets. */
function offsets(errors: readonly CurveError[]): string {
  const values = errors.map(({ offset }) => offset);
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return `${signed(centre, 1)} ± ${spread.toFixed(1)}`;
}

function legs(errors: readonly JointError[]): string {
  if (errors.length === 0) return '–';
  return (['near', 'far'] as const)
    .map((limb) => {
      const error = errors.find((candidate) => candidate.limb === limb)?.error;
      return error ? `${error.rmsOfShape.toFixed(1)} (${signed(error.offset, 1)})` : 'withheld';
    })
    .join(' / ');
}
