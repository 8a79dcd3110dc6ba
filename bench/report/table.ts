import type { Floor } from '../floors.ts';

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A number with few digits: three that count, none after the point from a hundred on. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

/** A share of 0 to 1 in per cent. */
export const percent = (share: number): string => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–');

/** A floor and what was measured; null where it was not, with the reason. */
export interface Measurement {
  readonly floor: Floor;
  readonly value: number | null;
  readonly note?: string;
  /** How many numbers were asked for, and how many of them were withheld, which the value leaves out. */
  readonly withheld?: WithheldCount;
}

export interface WithheldCount {
  readonly count: number;
  readonly asked: number;
}

const floorHead = ['what', 'measured', 'floor', 'aim', 'floor holds'];

/** Every floor beside what was measured. */
export function floorTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { what, unit, floor, aim, better, counted } = measurement.floor;
    const { value, note, withheld } = measurement;
    const left =
      withheld === undefined || withheld.count === 0 ? '' : `, ${withheld.count} of ${withheld.asked} withheld`;
    const bound = better === 'more' ? 'at least' : 'at most';
    return [
      what,
      value === null
        ? (note ?? 'not measured in this run')
        : `**${counted === true ? value : figure(value)} ${unit}**${left}`,
      `${bound} ${floor} ${unit}`,
      `${aim} ${unit}`,
      value === null ? '–' : holds(measurement) ? 'holds' : 'missed',
    ];
  });
  return table(floorHead, rows);
}

/** Whether what was measured reaches the floor; false where nothing was. */
export const holds = ({ floor: { floor, better }, value }: Measurement): boolean =>
  value !== null && (better === 'more' ? value >= floor : value <= floor);

const [floorHeadLine] = table(floorHead, []).split('\n') as [string];

/** The lines of every floor table in a text. */
export function floorRowsOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    if (line !== floorHeadLine) return [];
    const end = lines.findIndex((other, k) => k > i && !other.startsWith('|'));
    return lines.slice(i + 2, end < 0 ? undefined : end);
  });
}

/** A floor table of lines from others. */
export const floorTableOf = (rows: readonly string[]): string => [table(floorHead, []), ...rows].join('\n');
