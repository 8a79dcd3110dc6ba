import { join } from 'node:path';
import { failedChecks, metricOf, missingText, warningCodes } from '../batch/batch-tables.ts';
import type { ClipResult } from '../batch/clip-result.ts';
import { fixed } from '../details/fixed.ts';
import { printJson, printTable } from './print.ts';
import { duration } from './time-left.ts';

/** What is told of a clip. */
export interface ToldClip extends Omit<ClipResult, 'details'> {
  readonly cadence: string;
  readonly contactTime: string;
  readonly score: string;
  readonly warnings: readonly string[];
  readonly failedChecks: readonly string[];
  /** Both in words, as `analyze` tells them. */
  readonly notes: readonly string[];
}

export const toldOf = ({ details, ...told }: ClipResult): ToldClip => ({
  ...told,
  cadence: shown(details, 'cadence', 1),
  contactTime: shown(details, 'contactTime', 0),
  score: details?.totalScore == null ? '–' : `${Math.round(100 * details.totalScore)} %`,
  warnings: warningCodes(details),
  failedChecks: failedChecks(details),
  notes: [...new Set(details?.warnings.map(({ message }) => message))],
});

/** Prints what became of every clip of a batch, and how many became what. */
export function tellBatch(
  results: readonly ToldClip[],
  out: string,
  { json, elapsedMs }: { readonly json: boolean; readonly elapsedMs: number },
): void {
  const count = (status: ClipResult['status']): number => results.filter((one) => one.status === status).length;
  const warned = results.filter(isWarned);
  const [done, kept, unmeasured, failed] = [count('done'), count('kept'), count('unmeasured'), count('failed')];
  if (json) {
    const clips = results.map(({ cadence, contactTime, score, notes, ...told }) => told);
    printJson({ out, done, kept, unmeasured, failed, warned: warned.length, clips });
    return;
  }
  printTable(
    ['Clip', 'Result', 'Steps/min', 'Contact ms', 'Score', 'Why not'],
    results.map(({ clip, status, code, message, missing, cadence, contactTime, score }) => [
      clip,
      status === 'unmeasured' ? 'nothing measured' : status,
      cadence,
      contactTime,
      score,
      code === null ? missingText(missing) : `${code}: ${message}`,
    ]),
  );
  if (warned.length > 0) process.stdout.write(`${warningLines(warned).join('\n')}\n`);
  const counts = [
    `${done} done`,
    `${kept} kept from before`,
    ...(unmeasured === 0 ? [] : [`${unmeasured} with nothing measured`]),
    `${failed} failed`,
    ...(warned.length === 0 ? [] : [`${warned.length} with warnings`]),
  ];
  process.stdout.write(`${counts.join(', ')}, in ${duration(elapsedMs / 1000)}. See ${join(out, 'summary.csv')}.\n`);
}

const isWarned = ({ warnings, failedChecks }: ToldClip): boolean => warnings.length + failedChecks.length > 0;

/** What makes clips' numbers less sure, in words. */
export const warningLines = (warned: readonly Pick<ToldClip, 'clip' | 'notes'>[]): string[] => [
  'Warnings',
  ...warned.flatMap(({ clip, notes }) => [`  ${clip}`, ...notes.map((note) => `    ${note}`)]),
];

/** A metric of the whole runner, or of the left and the right leg where there is none. */
function shown(details: ClipResult['details'], id: string, digits: number): string {
  const whole = metricOf(details, id);
  const metrics = whole ? [whole] : (details?.metrics.filter((metric) => metric.id === id) ?? []);
  const numbers = metrics.map(({ value, halfWidth }) =>
    value === null || halfWidth === null ? '–' : `${fixed(value, digits)} ± ${fixed(halfWidth, digits)}`,
  );
  return numbers.some((number) => number !== '–') ? numbers.join(' | ') : '–';
}
