import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../engine/analysis.ts';
import { analyze } from '../engine/analyze.ts';
import type { Measured } from '../engine/metrics/measured.ts';
import { demoRunner, makeDemoClip } from '../fixtures/demo-clip.ts';
import { curveError } from './curve-error.ts';
import { type KnownClip, knownClips } from './known-clips.ts';
import { type ClipTruth, readRenderedTruth } from './rendered-truth.ts';

/** What is known of a clip, by one or two ways of knowing it. */
type Known = readonly Partial<ClipTruth>[];

/** Whole clips through the whole pipeline, beside what is known of them; writes `docs/accuracy.md`. */
export async function clipsBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-bench-'));
  try {
    const rows: string[] = [];
    const demoPath = join(folder, 'demo.mp4');
    const { truth } = await makeDemoClip({ outPath: demoPath });
    const { metrics } = truth;
    const kneeCurveDeg = {
      left: curve(metrics.jointAngles.knee.left.curveDeg),
      right: curve(metrics.jointAngles.knee.right.curveDeg),
    };
    const demo: KnownClip = {
      name: 'synthetic runner of the demo, 30 fps',
      path: demoPath,
      heightM: demoRunner.heightM,
      paceSPerKm: 1000 / demoRunner.speedMps,
      development: false,
    };
    rows.push(await row(demo, [{ ...metrics, kneeCurveDeg }]));
    for (const clip of knownClips()) rows.push(await row(clip, await known(clip)));
    const page = fileURLToPath(
      new URL(import.meta.url.endsWith('.ts') ? '../docs/accuracy.md' : '../../docs/accuracy.md', import.meta.url),
    );
    await writeFile(page, accuracyPage(rows));
    process.stdout.write(`${rows.join('\n')}\nWritten to ${page}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const curve = (values: readonly (number | null)[]): number[] => values.map((value) => value ?? Number.NaN);

async function known({ truthPath, cadenceSpm }: KnownClip): Promise<Known> {
  if (truthPath === undefined) return [cadenceSpm === undefined ? {} : { cadenceSpm }];
  const { sole, plate } = await readRenderedTruth(truthPath);
  return [sole, plate];
}

async function row(clip: KnownClip, truths: Known): Promise<string> {
  process.stderr.write(`${clip.name} …\n`);
  const { metrics, tracks, gait } = await analyze({
    videoPath: clip.path,
    view: 'side',
    heightM: clip.heightM,
    treadmill: clip.paceSPerKm !== null,
    paceSPerKm: clip.paceSPerKm,
    language: 'en',
    network: 'blazepose-full',
    output: null,
  });
  const seen = `${Math.round(100 * tracks.report.foundFraction)} %`;
  const cell = (name: 'cadenceSpm' | 'contactTimeMs' | 'dutyFactor' | 'speedMps', decimals: number): string =>
    beside(
      metrics[name],
      truths.map((truth) => truth[name]),
      decimals,
    );
  const cells = [
    `${clip.name}${clip.development ? ' (development)' : ''}`,
    cell('cadenceSpm', 1),
    cell('contactTimeMs', 0),
    cell('dutyFactor', 3),
    cell('speedMps', 2),
    truths.map((truth) => kneeErrors(metrics, truth)).join('; '),
    `${gait.contacts.length}${alternate(gait) ? '' : ', with gaps'}`,
    seen,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `measured ± half width (truth)`. */
function beside(
  { value, halfWidth, reason }: Measured,
  truths: readonly (number | undefined)[],
  decimals: number,
): string {
  const exact = truths.flatMap((truth) => (truth === undefined ? [] : [truth.toFixed(decimals)]));
  const known = exact.length === 0 ? '' : ` (${[...new Set(exact)].join('; ')})`;
  if (value === null || halfWidth === null) return `withheld: ${reason ?? ''}${known}`;
  return `${value.toFixed(decimals)} ± ${halfWidth.toFixed(decimals)}${known}`;
}

function kneeErrors(metrics: Analysis['metrics'], { kneeCurveDeg }: Partial<ClipTruth>): string {
  if (kneeCurveDeg === undefined) return '–';
  return (['left', 'right'] as const)
    .map((side) => curveError(metrics.jointAngles.knee[side].curveDeg, kneeCurveDeg[side])?.toFixed(1) ?? 'withheld')
    .join(' / ');
}

const alternate = ({ contacts }: Analysis['gait']): boolean =>
  contacts.every((contact, i) => i === 0 || contact.side !== contacts[i - 1]?.side);

function accuracyPage(rows: readonly string[]): string {
  return `# Accuracy on whole clips

Written by \`npm run bench -- clips\` on ${new Date().toISOString().slice(0, 10)}; ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}; network BlazePose full.

Each cell is measured ± half width of the 90 % interval, the truth in brackets. Of rendered clips two truths stand: by the contacts of the avatar's own sole, which a
camera sees, and by the force plate under the human whose motion it shows; the joints are the avatar's. Of the synthetic runner its parameters are the truth; of real clips, steps
counted from the picture. Clips marked *development* were in view while constants were set. The clips besides the demo's
are not part of this project; the bench leaves out those that are missing.

| clip | cadence, spm | contact, ms | duty factor | speed, m/s | knee curve RMS left / right, deg | contacts | runner seen |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
