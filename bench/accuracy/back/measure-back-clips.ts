import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../engine/analyze.ts';
import type { BackViewMetrics } from '../../../engine/metrics/back-view-metrics.ts';
import type { Measured } from '../../../engine/metrics/measured.ts';
import { defaultCacheFolder } from '../../../models/model-cache.ts';
import type { NetworkId } from '../../../models/registry.ts';
import { allKnownClips } from '../../known-clips.ts';
import type { BackClipWithTruth } from './back-clip-with-truth.ts';
import { frontClipPaths } from './every-back-clip.ts';

/** What was made of one clip from behind. */
export interface BackClipOutcome {
  readonly clip: BackClipWithTruth;
  readonly metrics: BackViewMetrics;
}

const network: NetworkId = 'blazepose-full';

async function metricsOf(videoPath: string, heightM: number, treadmill: boolean): Promise<BackViewMetrics> {
  const told = { heightM, treadmill, paceSPerKm: null, language: 'en' } as const;
  const { metrics } = await analyze({ videoPath, view: 'back', ...told, network, output: null });
  return metrics;
}

/** The whole pipeline on one clip, pixels in. */
export async function measureBackClipWithTruth(clip: BackClipWithTruth): Promise<BackClipOutcome> {
  return { clip, metrics: await metricsOf(clip.path, clip.heightM, clip.treadmill) };
}

/** A clip that was not filmed from behind, and what was said of it all the same. */
export interface NotBackOutcome {
  readonly name: string;
  readonly seenFrom: 'the front' | 'the side';
  /** Numbers that were reported. */
  readonly reported: number;
  /** Why they were withheld. */
  readonly reasons: readonly string[];
}

/** Clips filmed from the front and from the side, sent as back views. */
export async function measureNotBack(onClip: (name: string) => void): Promise<NotBackOutcome[]> {
  const rendered = ['dev_bml_BlackF_30', 'dev_rbds_WhiteF_30_portrait', 'rep_bml_HispM_60']
    .map((name) => ({ name, path: join(defaultCacheFolder(), 'dev-clips', name, 'clip.mp4'), heightM: 1.75 }))
    .filter(({ path }) => existsSync(path));
  const known = allKnownClips.filter(({ path }) => existsSync(path));
  const sent = [
    ...frontClipPaths().map((clip) => ({ ...clip, seenFrom: 'the front' as const })),
    ...[...known, ...rendered].map((clip) => ({ ...clip, seenFrom: 'the side' as const })),
  ];
  const outcomes: NotBackOutcome[] = [];
  for (const { name, path, heightM, seenFrom } of sent) {
    onClip(name);
    const quantities = quantitiesOf(await metricsOf(path, heightM, false));
    const reasons = [...new Set(quantities.flatMap(({ reason }) => reason ?? []))];
    outcomes.push({ name, seenFrom, reported: quantities.filter(({ value }) => value !== null).length, reasons });
  }
  return outcomes;
}

/** Every measured quantity inside something, however deep. */
function quantitiesOf(tree: unknown): Measured[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if ('halfWidth' in tree && 'value' in tree) return [tree as Measured];
  return Object.values(tree).flatMap(quantitiesOf);
}
