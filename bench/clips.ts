import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../engine/analysis.ts';
import { analyze } from '../engine/analyze.ts';
import type { Measured } from '../engine/metrics/measured.ts';
import type { Side } from '../engine/pose/keypoint-names.ts';
import { demoRunner, makeDemoClip } from '../fixtures/demo-clip.ts';
import { type KnownClip, knownClips } from './known-clips.ts';
import { readRenderedTruth } from './rendered-truth.ts';

interface Known {
  readonly cadenceSpm: number;
  readonly contactTimeMs?: number;
  readonly dutyFactor?: number;
  readonly speedMps?: number;
  readonly kneeCurveDeg?: Readonly<Record<Side, readonly number[]>>;
}

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
    rows.push(await row(demo, { ...metrics, kneeCurveDeg }));
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

async function known(clip: KnownClip): Promise<Known> {
  if (clip.truthPath !== undefined) return readRenderedTruth(clip.truthPath);
  if (clip.cadenceSpm !== undefined) return { cadenceSpm: clip.cadenceSpm };
  throw new Error(`nothing is known of ${clip.name}`);
}

async function row(clip: KnownClip, truth: Known): Promise<string> {
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
  const cells = [
    `${clip.name}${clip.development ? ' (development)' : ''}`,
    error(metrics.cadenceSpm, truth.cadenceSpm, 1),
    error(metrics.contactTimeMs, truth.contactTimeMs, 0),
    error(metrics.dutyFactor, truth.dutyFactor, 3),
    error(metrics.speedMps, truth.speedMps, 2),
    kneeError(metrics, truth),
    `${gait.contacts.length}${alternate(gait) ? '' : ', with gaps'}`,
    seen,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `measured ± half width (truth)`. */
function error({ value, halfWidth, reason }: Measured, truth: number | undefined, decimals: number): string {
  const exact = truth === undefined ? '' : ` (${truth.toFixed(decimals)})`;
  if (value === null || halfWidth === null) return `withheld: ${reason ?? ''}${exact}`;
  return `${value.toFixed(decimals)} ± ${halfWidth.toFixed(decimals)}${exact}`;
}

/** Root mean square of the knee curve's error, left and right. */
function kneeError(metrics: Analysis['metrics'], { kneeCurveDeg }: Known): string {
  if (kneeCurveDeg === undefined) return '–';
  return (['left', 'right'] as const)
    .map((side) => {
      const squares = metrics.jointAngles.knee[side].curveDeg.flatMap((value, i) => {
        const exact = kneeCurveDeg[side][i];
        return value === null || exact === undefined || Number.isNaN(exact) ? [] : [(value - exact) ** 2];
      });
      return squares.length < 50
        ? 'withheld'
        : Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length).toFixed(1);
    })
    .join(' / ');
}

const alternate = ({ contacts }: Analysis['gait']): boolean =>
  contacts.every((contact, i) => i === 0 || contact.side !== contacts[i - 1]?.side);

function accuracyPage(rows: readonly string[]): string {
  return `# Accuracy on whole clips

Written by \`npm run bench -- clips\` on ${new Date().toISOString().slice(0, 10)}; ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}; network BlazePose full.

Each cell is measured ± half width of the 90 % interval, the truth in brackets. Truth of rendered clips is the avatar's own sole and joints as the camera sees them; of the
synthetic runner, its parameters; of real clips, steps counted from the picture. Clips marked *development* were in view while constants were set. The clips besides the demo's
are not part of this project; the bench leaves out those that are missing.

| clip | cadence, spm | contact, ms | duty factor | speed, m/s | knee curve RMS left / right, deg | contacts | runner seen |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
