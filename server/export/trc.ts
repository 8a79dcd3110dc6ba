import { round } from '../contract/rounding.ts';
import type { MarkerSet } from './marker-set.ts';

export type LengthUnit = 'm' | 'mm';
export const lengthUnits = ['m', 'mm'] as const satisfies readonly LengthUnit[];

/**
 * Marker positions as OpenSim and motion capture read them (Track Row Column, the format of Motion Analysis Corporation): y up,
 * empty where a marker is not known.
 *
 * @param fileName What the file will be called, which it says of itself.
 */
export function trc({ frameCount, timesS, rate, markers }: MarkerSet, fileName: string, unit: LengthUnit): string {
  const length = (metres: number): string =>
    Number.isNaN(metres) ? '' : unit === 'm' ? round(metres, 5).toFixed(5) : round(1000 * metres, 2).toFixed(2);
  const lines: string[][] = [
    ['PathFileType', '4', '(X/Y/Z)', fileName.replaceAll(/\s/g, '_')],
    [
      ...['DataRate', 'CameraRate', 'NumFrames', 'NumMarkers', 'Units'],
      ...['OrigDataRate', 'OrigDataStartFrame', 'OrigNumFrames'],
    ],
    [
      ...[rate.toFixed(4), rate.toFixed(4), String(frameCount), String(markers.length), unit],
      ...[rate.toFixed(4), '1', String(frameCount)],
    ],
    ['Frame#', 'Time', ...markers.flatMap(({ name }) => [name, '', ''])],
    ['', '', ...markers.flatMap((_, i) => [`X${i + 1}`, `Y${i + 1}`, `Z${i + 1}`])],
    [],
  ];
  for (let frame = 0; frame < frameCount; frame++) {
    lines.push([
      String(frame + 1),
      (timesS[frame] ?? 0).toFixed(6),
      ...markers.flatMap(({ xM, yM, zM }) => [xM, yM, zM].map((track) => length(track[frame]))),
    ]);
  }
  return lines.map((cells) => `${cells.join('\t')}\n`).join('');
}
