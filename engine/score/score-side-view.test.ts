import { describe, expect, it } from 'vitest';
import { type Measured, measured } from '../metrics/measured.ts';
import type { SideViewMetrics, StrikePattern } from '../metrics/side-view-metrics.ts';
import { withheldMetrics } from '../metrics/withheld-metrics.ts';
import { languages } from './language.ts';
import { overstrideBand } from './overstride-band.ts';
import { scoreSideView } from './score-side-view.ts';
import { segments } from './side-view-score.ts';
import { textsByLanguage } from './texts/by-language.ts';

const unknownRunner = withheldMetrics('keypoints_missing');
const none = unknownRunner.cadenceSpm;
const value = (amount: number, halfWidth = 1): Measured => measured(amount, halfWidth, 20);

const goodRunner: SideViewMetrics = {
  cadenceSpm: value(175, 1),
  contactTimeMs: value(230, 10),
  flightTimeMs: value(110, 10),
  dutyFactor: value(0.33, 0.01),
  speedMps: value(2.5, 0.1),
  speedSource: 'hips',
  stepLengthM: value(0.9, 0.02),
  paceSPerKm: value(400, 10),
  verticalOscillationM: value(0.08, 0.01),
  trunkLeanDeg: value(4.5),
  headGazeDeg: value(-3),
  elbowAngleDeg: value(83),
  frontKneeAngleDeg: value(165),
  backKneeAngleDeg: value(80),
  overstrideDeg: value(3.47),
  footAngleDeg: value(0),
  strikeProbabilities: { rearfoot: 0.02, midfoot: 0.95, forefoot: 0.03 },
  strikePattern: 'midfoot',
  footLandings: [],
  jointAngles: unknownRunner.jointAngles,
  trunkLeanCycle: unknownRunner.trunkLeanCycle,
  headGazeCycle: unknownRunner.headGazeCycle,
  symmetry: unknownRunner.symmetry,
};

const english = { language: 'en', heightM: 1.72 } as const;

describe('scoreSideView', () => {
  it('gives a good runner full marks and no advice', () => {
    const score = scoreSideView(goodRunner, english);
    expect(score.totalScore).toBeCloseTo(1, 2);
    for (const segment of segments) {
      expect(score.segments[segment].band).toBe('good');
      expect(score.segments[segment].texts).toMatchObject({ recap: [], exercises: [] });
    }
    expect(score.segments.arm.texts).toMatchObject({ title: 'Arm position', position: 'Ideal position' });
    expect(score.segments.back_cycle.texts.title).toBe('Back knee angle at foot strike');
    expect(score.overstrideBand).toBe('good');
  });

  it('advises on the side of the deviation', () => {
    const open = scoreSideView({ ...goodRunner, elbowAngleDeg: value(110) }, english).segments.arm;
    expect(open).toMatchObject({ band: 'bad', texts: { position: 'Elbow too open' } });
    expect(open.texts.exercises).toEqual(['bi_reinforcement', 'tri_reinforcement']);
    expect(open.texts.recap).toHaveLength(4);
    const closed = scoreSideView({ ...goodRunner, elbowAngleDeg: value(75) }, english).segments.arm;
    expect(closed).toMatchObject({ band: 'okay', texts: { position: 'Elbow slightly too closed' } });
    expect(closed.texts.recap).not.toEqual(open.texts.recap);
  });

  it('has four sentences and exercises for every deviation in every language', () => {
    const low = { elbowAngleDeg: 20, footAngleDeg: -60, frontKneeAngleDeg: 40, headGazeDeg: -80, trunkLeanDeg: -60 };
    const high = { elbowAngleDeg: 170, footAngleDeg: 60, backKneeAngleDeg: 175, headGazeDeg: 80, trunkLeanDeg: 80 };
    const keys = {
      elbowAngleDeg: 'arm',
      footAngleDeg: 'foot',
      frontKneeAngleDeg: 'forward_cycle',
      backKneeAngleDeg: 'back_cycle',
      headGazeDeg: 'head',
      trunkLeanDeg: 'trunk',
    } as const;
    for (const language of languages) {
      for (const angles of [low, high]) {
        for (const [key, angle] of Object.entries(angles)) {
          const { segments: scored } = scoreSideView({ ...goodRunner, [key]: value(angle) }, { ...english, language });
          const { band, texts } = scored[keys[key as keyof typeof keys]];
          expect(band).toBe('bad');
          expect(texts.recap).toHaveLength(4);
          expect(texts.exercises.length).toBeGreaterThan(0);
          expect(texts.exercises.every((code) => /^[a-z]+(_[a-z]+)+$/.test(code))).toBe(true);
          expect(texts.position).not.toBe(textsByLanguage[language].idealPosition);
        }
      }
    }
  });

  it('names the foot by its pattern, and its place under or ahead of the body', () => {
    const foot = (overstrideDeg: Measured, strikePattern: StrikePattern | null, probability = 0.9) => {
      const rest = (1 - probability) / 2;
      const strikeProbabilities = {
        ...{ rearfoot: rest, midfoot: rest, forefoot: rest },
        ...(strikePattern !== null && { [strikePattern]: probability }),
      };
      const strike = { strikePattern, strikeProbabilities };
      return scoreSideView({ ...goodRunner, overstrideDeg, ...strike }, english).segments.foot.texts;
    };
    expect(foot(value(12), 'midfoot')).toMatchObject({
      title: 'Foot strike',
      position: 'Midfoot strike',
      overstrideTitle: 'Midfoot strike ahead of center of gravity',
    });
    expect(foot(value(3), 'rearfoot').overstrideTitle).toBe('Rearfoot strike close to center of gravity');
    expect(foot(none, 'forefoot')).not.toHaveProperty('overstrideTitle');
    expect(foot(value(3), 'midfoot', 0.6)).toMatchObject({ position: 'Probably a midfoot strike' });
    expect(foot(value(3), null, 0.4)).toMatchObject({ position: 'Foot strike not clear' });
    const unmeasured = { ...goodRunner, strikePattern: null, strikeProbabilities: null };
    expect(scoreSideView(unmeasured, english).segments.foot.texts.position).toBe('Not measured');
  });

  it('says that a foot with the toes up lands ahead of the body only where the overstride says so', () => {
    const place = /ahead|in front|close|far|body|you\b/i;
    for (const language of languages) {
      const recap = (overstrideDeg: Measured) =>
        scoreSideView({ ...goodRunner, footAngleDeg: value(40), overstrideDeg }, { ...english, language }).segments.foot
          .texts.recap;
      const { recap: alone, recapAhead } = textsByLanguage[language].deviations.foot.high;
      for (const overstride of [value(3), none]) expect(recap(overstride)).toEqual(alone);
      for (const overstride of [value(9), value(14)]) {
        expect(recap(overstride)).toEqual([alone[0], ...recapAhead, alone[3]]);
      }
      if (language === 'en') expect(alone.filter((sentence) => place.test(sentence))).toEqual([]);
    }
  });

  it('says nothing about what was withheld', () => {
    for (const language of languages) {
      const score = scoreSideView(unknownRunner, { language, heightM: 1.72 });
      expect(score).toMatchObject({ totalScore: null, styles: [], overstrideBand: null });
      for (const segment of segments) {
        expect(score.segments[segment]).toMatchObject({ score: null, band: null });
        expect(score.segments[segment].texts).toEqual({
          title: textsByLanguage[language].titles[segment],
          position: textsByLanguage[language].notMeasured,
          recap: [],
          exercises: [],
        });
      }
    }
  });

  it('takes the mean of the known scores alone', () => {
    const score = scoreSideView({ ...unknownRunner, elbowAngleDeg: value(200), trunkLeanDeg: value(4) }, english);
    expect(score.totalScore).toBeCloseTo(((score.segments.arm.score ?? 0) + (score.segments.trunk.score ?? 0)) / 2, 12);
  });

  it('is the mean of six scores, and each a function of its own angle alone', () => {
    const all = scoreSideView(goodRunner, english);
    const sum = segments.reduce((total, segment) => total + (all.segments[segment].score ?? Number.NaN), 0);
    expect(all.totalScore).toBeCloseTo(sum / 6, 12);
    const moved = scoreSideView({ ...goodRunner, trunkLeanDeg: value(20) }, english);
    for (const segment of segments.filter((name) => name !== 'trunk')) {
      expect(moved.segments[segment]).toEqual(all.segments[segment]);
    }
    const lost = (all.segments.trunk.score ?? 0) - (moved.segments.trunk.score ?? 0);
    expect((all.totalScore ?? 0) - (moved.totalScore ?? 0)).toBeCloseTo(lost / 6, 12);
  });

  it('uses the reference speed when none was measured', () => {
    const without = scoreSideView({ ...goodRunner, speedMps: none }, english);
    const at = scoreSideView({ ...goodRunner, speedMps: value(2.75) }, english);
    expect(without.segments).toEqual(at.segments);
    expect(without.styles).toHaveLength(5);
  });

  it('ranks five styles whose percentages make up 100', () => {
    for (const cadence of [120, 150, 162, 171.3, 190, 260]) {
      for (const duty of [0.2, 0.31, 0.377, 0.45, 0.6]) {
        const metrics = { ...goodRunner, cadenceSpm: value(cadence), dutyFactor: value(duty, 0.013) };
        const { styles } = scoreSideView(metrics, english);
        const percentages = styles.map((style) => style.percentage);
        expect(percentages.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
        expect(percentages).toEqual([...percentages].sort((a, b) => b - a));
        expect(percentages.every((share) => share >= 0)).toBe(true);
        expect(new Set(styles.map((style) => style.id)).size).toBe(5);
      }
    }
    expect(scoreSideView(goodRunner, english).styles[0]).toMatchObject({ id: 'hop', title: 'Hop', animal: 'hare' });
    expect(scoreSideView({ ...goodRunner, dutyFactor: none }, english).styles).toEqual([]);
  });

  it('says the same numbers in every language, and the same bytes every time', () => {
    const numbers = (language: (typeof languages)[number]) => {
      const score = scoreSideView(goodRunner, { language, heightM: 1.6 });
      return [score.totalScore, score.styles.map(({ id, percentage }) => [id, percentage])];
    };
    for (const language of languages) {
      expect(numbers(language)).toEqual(numbers('en'));
    }
    expect(JSON.stringify(scoreSideView(goodRunner, english))).toBe(JSON.stringify(scoreSideView(goodRunner, english)));
  });
});

describe('overstrideBand', () => {
  it('bands the shank angle', () => {
    const bands = [-20, 3.47, 8, 8.1, 10, 10.1, 40].map((angle) => overstrideBand(value(angle)));
    expect(bands).toEqual(['good', 'good', 'good', 'okay', 'okay', 'bad', 'bad']);
    expect(overstrideBand(none)).toBeNull();
  });
});
