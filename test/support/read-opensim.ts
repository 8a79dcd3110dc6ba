/** A TRC file as the format is published (OpenSim documentation, "Marker (.trc) Files"); fails on anything else. */
export interface ReadTrc {
  readonly fileName: string;
  readonly dataRate: number;
  readonly frameCount: number;
  readonly units: string;
  readonly timesS: readonly number[];
  readonly markers: readonly {
    readonly name: string;
    readonly positions: readonly (readonly (number | null)[])[];
  }[];
}

/** A MOT file as published (OpenSim documentation, "Motion (.mot) Files"), without `NaN`, of which its splines make nothing but `NaN`. */
export interface ReadMot {
  readonly name: string;
  readonly inDegrees: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

const fail = (why: string): never => {
  throw new Error(why);
};

function numberOf(cell: string): number {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : fail(`${cell} is no number`);
}

const linesOf = (text: string): string[] => {
  if (!text.endsWith('\n') || text.includes('\r')) fail('lines do not end with a line feed');
  return text.slice(0, -1).split('\n');
};

/** Times that go on. */
function timesOf(cells: readonly string[]): number[] {
  const times = cells.map(numberOf);
  if (times.some((timeS, i) => i > 0 && !(timeS > (times[i - 1] ?? Number.NaN)))) fail('times do not go on');
  return times;
}

export function readTrc(text: string): ReadTrc {
  const [first = '', keys = '', values = '', names = '', axes = '', blank, ...data] = linesOf(text);
  const [type, four, order, fileName = '', ...more] = first.split('\t');
  if (type !== 'PathFileType' || four !== '4' || order !== '(X/Y/Z)' || more.length > 0) fail('line 1');
  const wanted = 'DataRate CameraRate NumFrames NumMarkers Units OrigDataRate OrigDataStartFrame OrigNumFrames';
  if (keys !== wanted.replaceAll(' ', '\t')) fail('line 2');
  const [rate = '', camera, frames = '', count = '', units = '', original, start, originalFrames] = values.split('\t');
  if (camera !== rate || original !== rate || originalFrames !== frames || start !== '1') fail('line 3');
  if (!(numberOf(rate) > 0) || !['m', 'mm', 'cm'].includes(units)) fail('rate or units');
  if (blank !== '') fail('line 6 is not empty');
  const markerCount = numberOf(count);
  const heading = names.split('\t');
  if (heading[0] !== 'Frame#' || heading[1] !== 'Time' || heading.length !== 2 + 3 * markerCount) fail('line 4');
  const labels = Array.from({ length: markerCount }, (_, i) => heading[2 + 3 * i] ?? '');
  if (labels.some((label) => !/^\w+$/.test(label)) || new Set(labels).size !== markerCount) fail('names of markers');
  const axisCells = labels.flatMap((_, i) => [`X${i + 1}`, `Y${i + 1}`, `Z${i + 1}`]);
  if (axes !== ['', '', ...axisCells].join('\t')) fail('line 5');
  const rows = data.map((line) => line.split('\t'));
  if (rows.length !== numberOf(frames)) fail(`${rows.length} rows`);
  rows.forEach((row, i) => {
    if (row.length !== heading.length || row[0] !== String(i + 1)) fail(`row ${i + 1}`);
    // A marker is known or not; nobody knows a part of it.
    labels.forEach((label, marker) => {
      const empty = row.slice(2 + 3 * marker, 5 + 3 * marker).filter((cell) => cell === '').length;
      if (empty !== 0 && empty !== 3) fail(`row ${i + 1}, ${label}`);
    });
  });
  const cell = (row: readonly string[], at: number): number | null => (row[at] === '' ? null : numberOf(row[at] ?? ''));
  return {
    fileName,
    dataRate: numberOf(rate),
    frameCount: rows.length,
    units,
    timesS: timesOf(rows.map((row) => row[1] ?? '')),
    markers: labels.map((name, i) => ({
      name,
      positions: rows.map((row) => [0, 1, 2].map((axis) => cell(row, 2 + 3 * i + axis))),
    })),
  };
}

export function readMot(text: string): ReadMot {
  const lines = linesOf(text);
  const end = lines.indexOf('endheader');
  if (end < 0) fail('no endheader');
  const [name = '', ...fields] = lines.slice(0, end);
  if (name === '' || /[\t=]/.test(name)) fail('line 1 is no name');
  const header = Object.fromEntries(fields.map((field) => field.split('=')));
  if (Object.keys(header).sort().join() !== 'inDegrees,nColumns,nRows,version') fail('fields of the header');
  if (header.version !== '1' || !['yes', 'no'].includes(header.inDegrees)) fail('header');
  const columns = (lines[end + 1] ?? '').split('\t');
  if (columns[0] !== 'time' || new Set(columns).size !== columns.length) fail('columns');
  if (columns.some((column) => !/^\w+$/.test(column))) fail('names of columns');
  const cells = lines.slice(end + 2).map((line) => line.split('\t'));
  timesOf(cells.map(([time = '']) => time));
  const rows = cells.map((row) => row.map(numberOf));
  if (rows.length !== numberOf(header.nRows) || columns.length !== numberOf(header.nColumns)) fail('sizes');
  if (rows.some((row) => row.length !== columns.length)) fail('a row of another length');
  return { name, inDegrees: header.inDegrees === 'yes', columns, rows };
}
