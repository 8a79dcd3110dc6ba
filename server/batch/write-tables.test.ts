import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { toDetails } from '../details/to-details.ts';
import type { ClipResult } from './clip-result.ts';
import { writeTables } from './write-tables.ts';

const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' } as const;
const details = toDetails(sampleAnalysis(), request);
const done = (clip: string): ClipResult => ({ clip, status: 'done', code: null, message: null, details, missing: [] });
const failed = {
  clip: 'b.mp4',
  status: 'failed',
  code: 'no_person',
  message: 'none',
  details: null,
  missing: [],
} as const;

async function* each(...results: readonly ClipResult[]): AsyncGenerator<ClipResult> {
  yield* results;
}

const linesOf = (folder: string, name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n');

it('has one heading, and the rows of every clip in order', async () => {
  const folder = tempDir();
  const kept = await writeTables(folder, each(failed, done('a,1.mp4'), failed, done('c.mp4')), ({ clip }) => clip);
  expect(kept).toEqual(['b.mp4', 'a,1.mp4', 'b.mp4', 'c.mp4']);
  const summary = linesOf(folder, 'summary.csv');
  expect(summary.map((line) => line.split(',', 1)[0])).toEqual(['clip', 'b.mp4', '"a', 'b.mp4', 'c.mp4', '']);
  const metrics = linesOf(folder, 'metrics.csv');
  expect(metrics[0]).toMatch(/^clip,view,metric,/);
  const rows = details.metrics.length;
  expect(metrics.slice(1, rows + 1).every((line) => line.startsWith('"a,1.mp4",side,'))).toBe(true);
  expect(metrics.slice(rows + 1, 2 * rows + 1).every((line) => line.startsWith('c.mp4,side,'))).toBe(true);
  expect(metrics.slice(2 * rows + 1)).toEqual(['']);
});

it('has a heading where nothing was found', async () => {
  const folder = tempDir();
  await writeTables(folder, each(failed), () => null);
  expect(readFileSync(join(folder, 'metrics.csv'), 'utf8')).toBe('clip\n');
});

it('writes what it has read before it reads on, and leaves no half table', async () => {
  const folder = tempDir();
  const sizes: number[] = [];
  const results = async function* (): AsyncGenerator<ClipResult> {
    for (let clip = 0; clip < 3; clip++) {
      yield done(String(clip));
      sizes.push(statSync(join(folder, 'metrics.csv.partial')).size);
    }
    throw new Error('unreadable');
  };
  await expect(writeTables(folder, results(), () => null)).rejects.toThrow(/^unreadable$/);
  expect(sizes.every((bytes, index) => bytes > (sizes[index - 1] ?? 0))).toBe(true);
  expect(sizes).toHaveLength(3);
  expect(readdirSync(folder)).toEqual([]);
});
