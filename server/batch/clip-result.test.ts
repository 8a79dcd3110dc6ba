import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { toldOf, warningLines } from '../cli/batch-table.ts';
import { resultTables } from '../cli/result-tables.ts';
import type { Details } from '../details/details.ts';
import { toDetails } from '../details/to-details.ts';
import { csv } from '../export/tables/csv.ts';
import { summaryTable } from './batch-tables.ts';
import { clipResult } from './clip-result.ts';

const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' } as const;
const done = { clip: 'run.mp4', status: 'done', code: null, message: null } as const;

async function resultOf(details: Details) {
  const folder = join(tempDir(), 'run.mp4');
  mkdirSync(folder);
  writeFileSync(join(folder, 'details.json'), JSON.stringify(details));
  return clipResult(done, folder);
}

/** The same with a number withheld, of one leg or of all. */
const without = (details: Details, id: string, side?: 'left'): Details => ({
  ...details,
  metrics: details.metrics.map((metric) =>
    metric.id === id && (side === undefined || metric.side === side)
      ? { ...metric, value: null, halfWidth: null, reason: 'keypoints_missing' }
      : metric,
  ),
});

it('says why a main number of a clip that is done is missing', async () => {
  const side = toDetails(sampleAnalysis(), request);
  expect(await resultOf(side)).toMatchObject({ status: 'done', missing: [] });
  const result = await resultOf(without(side, 'contactTime'));
  const missing = [{ metric: 'contactTime', reason: 'keypoints_missing' }];
  expect(result).toMatchObject({ status: 'done', code: null, missing });
  expect(csv(summaryTable([result]))).toContain('run.mp4,done,,,contactTime: keypoints_missing,side');
});

it('says what makes the numbers of a clip less sure, and which checks fail', async () => {
  const side = toDetails(sampleAnalysis(), request);
  const warning = { code: 'camera_oblique', message: '' };
  const result = await resultOf({ ...side, warnings: [...side.warnings, warning, warning] });
  expect(csv(summaryTable([result])).split('\n')[0]).toMatch(/,warnings,failed_checks$/);
  expect(csv(summaryTable([result])).split('\n')[1]).toMatch(/,camera_oblique,contact_flight_step$/);
  const [names, cells] = csv(summaryTable([result]))
    .split('\n')
    .map((line) => line.split(','));
  expect(cells?.[names?.indexOf('speed_source') ?? -1]).toBe(side.seen.speedSource ?? '');
  expect(toldOf(result)).toMatchObject({ warnings: ['camera_oblique'], failedChecks: ['contact_flight_step'] });
  expect(toldOf(await resultOf({ ...side, crossChecks: [] }))).toMatchObject({ warnings: [], failedChecks: [] });
});

it('names warnings and failed checks of a clip on the terminal as analyze does', async () => {
  const analysis = sampleAnalysis();
  const result = await resultOf(toDetails(analysis, request));
  const notes = resultTables(analysis)
    .split('\n')
    .filter((line) => line.startsWith('Note: '));
  expect(notes.join()).toContain('Contact and flight do not make up a step');
  const lines = notes.map((note) => note.replace('Note: ', '    '));
  expect(warningLines([toldOf(result)])).toEqual(['Warnings', '  run.mp4', ...lines]);
});

it('misses a number of both legs where it is known of neither', async () => {
  const back = toDetails(sampleBackAnalysis(), request);
  expect((await resultOf(without(back, 'contactTime', 'left'))).missing).toEqual([]);
  expect((await resultOf(without(back, 'contactTime'))).missing).toEqual([
    { metric: 'contactTime', reason: 'keypoints_missing' },
  ]);
});
