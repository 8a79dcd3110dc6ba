import { describe, expect, it } from 'vitest';
import { sampleBackAnalysis } from '../../../test/support/sample-back-analysis.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { layers } from '../style.ts';
import { buildBackOverlay } from './build-back-overlay.ts';

const size = { widthPx: 720, heightPx: 1280 };
const textsAt = ({ items }: Drawing, frame: number): string[] =>
  items.flatMap((item) =>
    item.kind === 'text' && item.layer === layers.labels && item.span.from === frame && item.span.to === frame + 1
      ? [item.text]
      : [],
  );
const shapesAt = ({ items }: Drawing, frame: number, layer: number): number =>
  items.reduce(
    (sum, item) =>
      sum + (item.kind === 'shapes' && item.layer === layer && item.span.from === frame ? item.shapes.length : 0),
    0,
  );

/** What a row says in a frame. */
function rowAt(drawing: Drawing, frame: number, name: string): string | undefined {
  const texts = textsAt(drawing, frame);
  return texts.includes(name) ? texts[texts.indexOf(name) + 1] : undefined;
}

describe('buildBackOverlay', () => {
  it('numbers pelvis and knee of the leg that stands, and keeps what was last seen of it while it swings', () => {
    const analysis = sampleBackAnalysis();
    analysis.frameAngles.pelvicDrop.left[6] = 9;
    const drawing = buildBackOverlay(analysis, size);
    const drops = [2, 5, 6, 8, 11, 20].map((frame) => rowAt(drawing, frame, 'L DROP'));
    expect(drops).toEqual(['–', '4°', '9°', '4°', '9°', '9°']);
    expect([11, 15].map((frame) => rowAt(drawing, frame, 'R KNEE IN'))).toEqual(['–', '−2°']);
    expect(shapesAt(drawing, 6, layers.angles)).toBeGreaterThan(0);
    expect(shapesAt(drawing, 11, layers.angles)).toBe(0);
  });

  it('draws the lines of a heel where they were found, and their angle', () => {
    const line = { top: [300, 1000], bottom: [310, 1050] } as const;
    const found = { shankLine: line, heelLine: line, shankHalfWidthDeg: 1, heelHalfWidthDeg: 1, sharpness: 1 };
    const foot = { frame: 6, timeS: 0.2, side: 'left', heelAxisDeg: 9.2, shankAxisDeg: 2, ...found } as const;
    const analysis = {
      ...sampleBackAnalysis(),
      feet: [foot, { ...foot, frame: 7, timeS: 7 / 30, heelLine: null, heelAxisDeg: null }],
    };
    const [shown, bare] = [buildBackOverlay(analysis, size), buildBackOverlay(sampleBackAnalysis(), size)];
    expect([5, 6, 7, 11].map((frame) => rowAt(shown, frame, 'L EVERSION'))).toEqual(['–', '7°', '7°', '7°']);
    expect(rowAt(shown, 20, 'R EVERSION')).toBe('–');
    expect(rowAt(bare, 6, 'L EVERSION')).toBeUndefined();
    expect(shapesAt(shown, 6, layers.angles)).toBe(shapesAt(bare, 6, layers.angles) + 2);
  });

  it('draws both legs in full, and no line to a point that is missing', () => {
    const analysis = sampleBackAnalysis();
    expect(shapesAt(buildBackOverlay(analysis, size), 6, layers.far)).toBe(0);
    analysis.tracks.points.left_hip.xPx[6] = Number.NaN;
    analysis.tracks.points.left_hip.seen[6] = 0;
    const drawing = buildBackOverlay(analysis, size);
    // As text, what is no number becomes null.
    expect(JSON.stringify(drawing.items)).not.toMatch(/null|undefined/);
    expect(shapesAt(drawing, 6, layers.angles)).toBe(0);
  });

  it('tells the clip’s numbers of both sides', () => {
    const texts = buildBackOverlay(sampleBackAnalysis(), size).items.flatMap((item) =>
      item.kind === 'text' && item.layer === layers.panelTop ? [item.text] : [],
    );
    for (const text of ['CONTACT L/R', '251 / 247', 'PELVIC DROP', '9° / 3°', 'EVERSION', '7° / –'])
      expect(texts).toContain(text);
  });
});
