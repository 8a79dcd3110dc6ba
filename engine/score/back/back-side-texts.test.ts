import { describe, expect, it } from 'vitest';
import { scoreAngle } from '../angle-score.ts';
import { languages } from '../language.ts';
import { backViewTextsByLanguage } from '../texts/back-view/by-language.ts';
import type { BackTextSegment } from '../texts/back-view/texts.ts';
import { backSideTexts } from './back-side-texts.ts';
import { backRangesTable } from './back-view-ranges.table.ts';
import { backSegments } from './back-view-score.ts';

const { en } = backViewTextsByLanguage;
const legs = ['left', 'right'] as const;

describe('backSideTexts', () => {
  it('names the position by band and direction', () => {
    const position = (segment: BackTextSegment, band: 'okay' | 'bad', direction: 'low' | 'high') =>
      backSideTexts(segment, 'left', { band, direction }, en).position;
    expect(position('pronation', 'okay', 'high')).toBe('Slight overpronation');
    expect(position('pronation', 'bad', 'low')).toBe('Marked supination');
    expect(position('knee_adduction', 'bad', 'high')).toBe('Knee too far inward');
    expect(position('hip_adduction', 'okay', 'low')).toBe('Thigh slightly too far outward');
  });

  it('names the side of the pelvis that hangs down while the leg carries the body', () => {
    const drop = { band: 'bad', direction: 'high' } as const;
    expect(backSideTexts('pelvic_drop', 'left', drop, en)).toMatchObject({
      title: 'Pelvic drop',
      side: 'Left leg',
      position: 'Right side of the pelvis too low',
    });
    const [seen] = backSideTexts('pelvic_drop', 'right', drop, en).recap;
    expect(seen).toBe('When your right leg carries you, the left side of your pelvis drops.');
  });

  it.each(languages)('advises wherever the ranges find a deviation, and nowhere else: %s', (language) => {
    const texts = backViewTextsByLanguage[language];
    for (const segment of backSegments) {
      const { good, okay } = backRangesTable[segment];
      for (const angle of [...good, ...okay, -90, 90]) {
        const placed = scoreAngle(angle, backRangesTable[segment]);
        for (const leg of legs) {
          const { position, recap } = backSideTexts(segment, leg, placed, texts);
          const isGood = placed.band === 'good';
          expect(position === texts.segments[segment].good, `${segment} ${angle}`).toBe(isGood);
          expect(recap).toHaveLength(isGood ? 0 : 4);
        }
      }
    }
  });

  it('tells the legs apart in what is seen, and only there', () => {
    for (const language of languages) {
      const texts = backViewTextsByLanguage[language];
      for (const segment of Object.keys(texts.segments) as BackTextSegment[]) {
        const placed = { band: 'okay', direction: 'high' } as const;
        const [left, right] = legs.map((leg) => backSideTexts(segment, leg, placed, texts));
        expect(left.side).not.toBe(right.side);
        expect(left.recap[0]).not.toBe(right.recap[0]);
        expect(left.recap.slice(1)).toEqual(right.recap.slice(1));
      }
    }
  });

  it('says what a withheld angle is, and nothing about it', () => {
    expect(backSideTexts('pronation', 'right', null, en)).toEqual({
      title: 'Pronation',
      side: 'Right leg',
      position: 'Not measured',
      explanation: en.segments.pronation.explanation,
      recap: [],
    });
  });
});
