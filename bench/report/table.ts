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

/** A floor and what was measured; null where it was not, with the reason. */
export interface Measurement {
  readonly floor: Floor;
  readonly value: number | null;
  readonly note?: string;
}

/** Every floor beside what was measured. */
export function floorTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ floor: { what, unit, floor, aim, better }, value, note }) => {
    const bound = better === 'more' ? 'at least' : 'at most';
    return [
      what,
      value === null ? (note ?? 'not measured in this run') : `**${figure(value)} ${unit}**`,
      `${bound} ${floor} ${unit}`,
      `${aim} ${unit}`,
      value === null ? '–' : (better === 'more' ? value >= floor : value <= floor) ? 'holds' : 'missed',
    ];
  });
  return table(['what', 'measured', 'floor', 'aim', 'floor holds'], rows);
}
