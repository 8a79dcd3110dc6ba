import { parsePace } from '../../contract/pace.ts';
import type { Asked } from '../analyser/emulated-analysis.ts';
import type { Upload } from '../intake/memory-video-intake.ts';
import type { Chosen } from '../scenarios/find-scenario.ts';
import type { AnalysisRow } from '../stores/memory.ts';
import { hashText } from './hash-text.ts';

/** What an analysis was started with, beside the form. */
export interface Started {
  readonly upload: Upload;
  readonly chosen: Chosen;
}

/** People that an emulator knows: each name of a clip is one of them. */
const people = 8;

/** What the outcome of an analysis depends on. */
export function askedOf(row: AnalysisRow, { upload, chosen: { effects } }: Started, seed: number): Asked {
  return {
    view: row.analysisType,
    fullBody: row.fullBody,
    language: row.language,
    heightM: row.heightM,
    treadmill: row.treadmill,
    paceSPerKm: row.treadmill && row.pace !== null ? parsePace(row.pace) : null,
    personSeed: (hashText(`${seed}`) % 1_000_000) * people + (hashText(upload.fileName) % people),
    gait: effects.gait ?? null,
    scenario: effects.runner ?? {},
    documentedSample: effects.documentedSample ?? false,
    clip: upload.clip,
  };
}
