import { describe, expect, it } from 'vitest';
import { sampleBackMetrics } from '../../../test/support/sample-back-analysis.ts';
import { measured } from '../../metrics/measured.ts';
import { withheldBackMetrics } from '../../metrics/withheld-back-metrics.ts';
import { languages } from '../language.ts';
import { backRangesTable } from './back-view-ranges.table.ts';
import { backSegments } from './back-view-score.ts';
import { scoreBackView } from './score-back-view.ts';

const english = { language: 'en', fullBody: true } as const;

describe('scoreBackView', () => {
  it('judges each side by its own angle', () => {
    const { segments, totalScore } = scoreBackView(sampleBackMetrics(), english);
    const bands = backSegments.map((segment) => [segments[segment]?.left.band, segments[segment]?.right.band]);
    expect(bands).toEqual([
      ['good', 'okay'],
      ['bad', 'good'],
      ['good', null],
    ]);
    const known = backSegments
      .flatMap((segment) => [segments[segment]?.left.score ?? null, segments[segment]?.right.score ?? null])
      .filter((score) => score !== null);
    expect(known).toHaveLength(5);
    expect(totalScore).toBeCloseTo(known.reduce((a, b) => a + b, 0) / 5, 12);
  });

  it('says advice where a side is not good, and only there', () => {
    const { pelvic_drop: pelvis, pronation } = scoreBackView(sampleBackMetrics(), english).segments;
    expect(pelvis?.left.texts.recap).toHaveLength(4);
    expect(pelvis?.right.texts.recap).toEqual([]);
    expect(pelvis?.left.texts.position).not.toBe(pelvis?.right.texts.position);
    expect(pronation.right.texts).toMatchObject({ position: 'Not measured', recap: [] });
    expect(pronation.right.score).toBeNull();
  });

  it('tells the bad band on the side on which the angle lies', () => {
    const metrics = sampleBackMetrics();
    const at = (deg: number) => {
      const rearfoot = { ...metrics.rearfoot, left: { ...metrics.rearfoot.left, peak: measured(deg, 1, 9) } };
      return scoreBackView({ ...metrics, rearfoot }, english).segments.pronation.left;
    };
    const { badBelow, badAbove } = backRangesTable.pronation;
    expect([at(-3).rangeBad, at(6).rangeBad, at(15).rangeBad]).toEqual([badBelow, badAbove, badAbove]);
    expect([at(-3).band, at(2).band, at(6).band, at(12).band, at(15).band]).toEqual([
      'bad',
      'okay',
      'good',
      'okay',
      'bad',
    ]);
  });

  it('gives the pronation alone when no more is asked for, in every language', () => {
    for (const language of languages) {
      const { segments } = scoreBackView(sampleBackMetrics(), { language, fullBody: false });
      expect(Object.keys(segments)).toEqual(['pronation']);
      expect(segments.pronation.left.texts.title).not.toBe('');
    }
  });

  it('has neither score nor total where nothing was measured', () => {
    const { totalScore, segments } = scoreBackView(withheldBackMetrics('front_view'), english);
    expect(totalScore).toBeNull();
    expect(backSegments.every((segment) => segments[segment]?.left.band === null)).toBe(true);
  });
});

it('has bands that adjoin one another', () => {
  for (const { good, okay, okayBelowDeg, okayAboveDeg, badBelow, badAbove } of Object.values(backRangesTable)) {
    expect(badAbove[0]).toBe(good[1] + (okayAboveDeg ?? Number.NaN));
    expect(okay[1]).toBe(badAbove[0]);
    if (okayBelowDeg === null) expect([badBelow, okay[0]]).toEqual([null, good[1]]);
    else expect([badBelow?.[1], okay[0]]).toEqual([good[0] - okayBelowDeg, good[0] - okayBelowDeg]);
  }
});
