import { readFileSync } from 'node:fs';

/** Joint angles over time: radians, metres for the pelvis's place (`_tx`, `_ty`, `_tz`), the coordinates of OpenSim's running models. */
export interface JointMotion {
  readonly names: readonly string[];
  readonly timesS: readonly number[];
  /** One row a time, one value a name. */
  readonly rows: readonly (readonly number[])[];
}

const isPlace = (name: string): boolean => /_t[xyz]$/.test(name);

/** Reads the joint angles of a MOT file (OpenSim); coupled knee coordinates are left out. */
export function readJointMotion(path: string): JointMotion {
  const lines = readFileSync(path, 'latin1').split(/\r?\n/);
  const end = lines.findIndex((line) => line.trim().toLowerCase() === 'endheader');
  const inDegrees = lines.slice(0, end).some((line) => /^indegrees=yes$/i.test(line.replaceAll(/\s/g, '')));
  const [head = '', ...body] = lines.slice(end + 1).filter((line) => line.trim() !== '');
  const all = head.trim().split(/\s+/);
  const kept = all.map((name, i) => ({ name, i })).filter(({ name }) => name !== 'time' && !name.endsWith('_beta'));
  const data = body.map((line) => line.trim().split(/\s+/).map(Number));
  const unit = (name: string): number => (inDegrees && !isPlace(name) ? Math.PI / 180 : 1);
  return {
    names: kept.map(({ name }) => name),
    timesS: data.map((row) => row[all.indexOf('time')]),
    rows: data.map((row) => kept.map(({ name, i }) => unit(name) * row[i])),
  };
}

/** The motion as the text of a MOT file in radians. */
export function jointMotionText({ names, timesS, rows }: JointMotion): string {
  const header = ['Coordinates', 'version=1', `nRows=${rows.length}`, `nColumns=${names.length + 1}`, 'inDegrees=no'];
  const body = rows.map((row, i) => [timesS[i].toFixed(6), ...row.map((value) => value.toFixed(8))].join('\t'));
  return `${[...header, 'endheader', ['time', ...names].join('\t'), ...body].join('\n')}\n`;
}
