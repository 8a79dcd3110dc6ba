import { readFileSync } from 'node:fs';

/** Markers of one trial over time: metres, x forward, y up, z to the right. */
export interface Markers {
  readonly hz: number;
  /** Time of the first sample, seconds. */
  readonly startS: number;
  readonly samples: number;
  /** Coordinates of a marker, one element a sample. @throws Error when the trial has no such marker. */
  readonly at: (name: string) => { readonly x: Float64Array; readonly y: Float64Array; readonly z: Float64Array };
}

/** One column of forces over time. */
export interface Force {
  readonly timesS: Float64Array;
  /** Vertical, newtons, up positive. */
  readonly newtons: Float64Array;
}

const lines = (path: string): string[] => readFileSync(path, 'utf8').split(/\r?\n/);
const numbers = (line: string, separator: string | RegExp): number[] => line.trim().split(separator).map(Number);

/** Markers of a TRC file (Motion Analysis): tab separated, names over every third column. */
export function readTrc(path: string): Markers {
  const [, labels = '', values = '', names = '', , ...rest] = lines(path);
  const header = (label: string): string => values.split('\t')[labels.split('\t').indexOf(label)]?.trim() ?? '';
  const perM = header('Units') === 'mm' ? 1000 : 1;
  const rows = rest.filter((line) => line.trim() !== '').map((line) => line.split('\t').map(Number));
  const columns = new Map(names.split('\t').flatMap((name, i) => (name.trim() === '' ? [] : [[name.trim(), i]])));
  return markersOf(Number(header('DataRate')), rows[0]?.[1] ?? 0, rows, perM, (name) => columns.get(name));
}

/** Markers of a text file of the RBDS (Fukuchi et al. 2017): tab separated, millimetres, one header line. */
export function readRbdsMarkers(path: string, hz: number): Markers {
  const [head = '', ...rest] = lines(path);
  const names = head.split('\t');
  const rows = rest.filter((line) => line.trim() !== '').map((line) => numbers(line, '\t'));
  return markersOf(hz, 0, rows, 1000, (name) => names.indexOf(`${name}X`));
}

function markersOf(
  hz: number,
  startS: number,
  rows: readonly (readonly number[])[],
  perM: number,
  columnOf: (name: string) => number | undefined,
): Markers {
  return {
    hz,
    startS,
    samples: rows.length,
    at(name) {
      const column = columnOf(name) ?? -1;
      if (column < 0) throw new Error(`the trial has no marker ${name}`);
      const along = (offset: number): Float64Array =>
        Float64Array.from(rows, (row) => (row[column + offset] ?? Number.NaN) / perM);
      return { x: along(0), y: along(1), z: along(2) };
    },
  };
}

/** One column of a MOT file (OpenSim): header up to `endheader`, then names, then rows. */
export function readMotForce(path: string, column: string): Force {
  const all = lines(path);
  const body = all.slice(all.findIndex((line) => line.trim() === 'endheader') + 1).filter((line) => line.trim() !== '');
  const [head = '', ...rest] = body;
  const index = head.trim().split(/\s+/).indexOf(column);
  if (index < 0) throw new Error(`${path} has no column ${column}`);
  const rows = rest.map((line) => numbers(line, /\s+/));
  return {
    timesS: Float64Array.from(rows, (row) => row[0] ?? Number.NaN),
    newtons: Float64Array.from(rows, (row) => row[index] ?? Number.NaN),
  };
}

/** Vertical force of a text file of the RBDS: both feet on one plate. */
export function readRbdsForce(path: string, hz: number): Force {
  const rows = lines(path)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => numbers(line, '\t'));
  return {
    timesS: Float64Array.from(rows, (_, i) => i / hz),
    newtons: Float64Array.from(rows, (row) => row[2] ?? Number.NaN),
  };
}
