import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../engine/score/language.ts';
import type { CurveDetails } from '../../../details/details.ts';
import { ContactTimeline } from './contact-timeline.tsx';
import { keyTarget } from './cursor-pad.tsx';
import { GaitCyclePlot } from './gait-cycle-plot.tsx';
import { HistoryPlot } from './history-plot.tsx';
import { written } from './plot-numbers.ts';
import { RangeGauge } from './range-gauge.tsx';
import { plotWords } from './words.ts';

const words = plotWords.en;
const points = Array.from({ length: 101 }, (_, percent) => percent);
const curve = (side: 'left' | 'right', normal: CurveDetails['normal'] = null): CurveDetails => ({
  id: 'kneeFlexion',
  side,
  meanDeg: points.map((percent) => (percent === 50 ? null : 40 + 30 * Math.sin(percent / 16))),
  sdDeg: points.map(() => 2),
  strides: 7,
  toeOffPercent: 36.5,
  normal,
});
const normal = { lowDeg: points.map(() => 0), highDeg: points.map(() => 90), freeLevel: false, source: 'somebody' };
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a plot over the gait cycle', () => {
  const plot = (cursor: number | null = null, onCursor?: (percent: number) => void) =>
    renderToStaticMarkup(
      <GaitCyclePlot
        curves={[curve('left', normal), curve('right', normal)]}
        title="Knee flexion"
        words={words}
        language="en"
        cursor={cursor}
        onCursor={onCursor}
      />,
    );

  it('has a mean, a spread and a toe-off of each side, one band, and its numbers as a table', () => {
    const text = plot();
    expect(count(text, 'class="plot-spread"')).toBe(2);
    expect(count(text, 'class="plot-toe-off"')).toBe(2);
    // One in the picture, one in the legend.
    expect(count(text, 'class="plot-normal"')).toBe(2);
    expect(text).toContain('aria-label="Knee flexion, Percent of the gait cycle. Left: 10 to 70°; Right: 10 to 70°"');
    expect(text).toContain('<td>40.0 ± 2.0</td>');
    expect(text).not.toContain('NaN');
  });

  it('breaks its line where nothing is known', () => {
    const drawn = /<path class="plot-mean plot-side-left" d="([^"]+)"/.exec(plot())?.[1] ?? '';
    expect(count(drawn, 'M')).toBe(2);
  });

  it('is a slider that tells what stands at the cursor, when it can be moved', () => {
    const text = plot(25, () => undefined);
    expect(text).toContain('role="slider"');
    expect(text).toContain('aria-valuetext="25 %: Left 70.0° ± 2.0, Right 70.0° ± 2.0"');
    expect(count(text, '<circle')).toBe(2);
    expect(plot(50, () => undefined)).toContain('Left –');
    expect(plot()).not.toContain('slider');
  });

  it('speaks nine languages and carries no style of its own, which the pages’ policy would refuse', () => {
    for (const language of languages) {
      const text = renderToStaticMarkup(
        <GaitCyclePlot curves={[curve('left')]} title="x" words={plotWords[language]} language={language} />,
      );
      expect(text).toContain(plotWords[language].cyclePercent);
      expect(text).not.toContain('style=');
    }
  });
});

it('moves a cursor by keys, and leaves other keys alone', () => {
  const reach = { least: 0, most: 100, step: 1 };
  expect(['ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End', 'Tab'].map((key) => keyTarget(key, 40, reach))).toEqual([
    41,
    39,
    50,
    0,
    100,
    null,
  ]);
});

it('draws a bar for each contact, where it was', () => {
  const contacts = [
    { side: 'left', touchdownS: 0.5, midStanceS: 0.6, toeOffS: 0.75, accepted: true, box: null },
    { side: 'right', touchdownS: 1, midStanceS: 1.1, toeOffS: 1.25, accepted: false, box: null },
  ] as const;
  const text = renderToStaticMarkup(
    <ContactTimeline contacts={contacts} durationS={2} words={words} language="en" width={274} />,
  );
  // 200 pixels for 2 seconds, from 64 on.
  expect(text).toContain('class="plot-contact" x="114" y="9" width="25"');
  expect(text).toContain('class="plot-contact plot-doubtful" x="164" y="35" width="25"');
});

describe('a number against its range', () => {
  const gauge = (value: number | null, range: Parameters<typeof RangeGauge>[0]['metric']['range']) =>
    renderToStaticMarkup(
      <RangeGauge
        metric={{ value, halfWidth: 2, range }}
        name="Trunk"
        reading="9,4 ± 2,0°"
        words={words}
        language="de"
      />,
    );

  it('says both', () => {
    const text = gauge(9.44, { good: [2, 8], okay: [0, 12] });
    expect(text).toContain('aria-label="Trunk: 9,4 ± 2,0°. Good: 2 to 8° · Okay: 0 to 12°"');
    expect(gauge(12, { good: [null, 8], okay: [8, 10] })).toContain('Good: ≤ 8°');
    expect(gauge(8.52, { good: [2.5, 8.5], okay: [0.5, 12.5] })).toContain('Good: 2,5 to 8,5°');
  });

  it('is left out where there is no number or no range', () => {
    expect(gauge(null, { good: [2, 8], okay: [0, 12] })).toBe('');
    expect(gauge(3, null)).toBe('');
  });
});

it('keeps the means readable beside a spread without measure, which ends at the picture’s border', () => {
  const wild = { ...curve('left'), sdDeg: points.map((percent) => (percent > 50 && percent < 60 ? 150 : 2)) };
  const text = renderToStaticMarkup(<GaitCyclePlot curves={[wild]} title="Ankle" words={words} language="en" />);
  const labels = [...text.matchAll(/>(-?\d+)°<\/text>/g)].map(([, degrees]) => Number(degrees));
  expect(Math.max(...labels) - Math.min(...labels)).toBeLessThan(150);
  const spread = /class="plot-spread" d="([^"]+)"/.exec(text)?.[1] ?? '';
  const heights = [...spread.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...heights)).toBeLessThanOrEqual(220);
});

it('draws a history with an interval for each analysis, and says when nothing was measured', () => {
  const history = (values: readonly (number | null)[]) =>
    renderToStaticMarkup(
      <HistoryPlot
        title="Cadence"
        unit="1/min"
        decimals={1}
        words={words}
        language="en"
        points={values.map((value, i) => ({
          atMs: Date.UTC(2026, i, 12),
          side: null,
          value,
          halfWidth: value === null ? null : 0.5,
        }))}
      />,
    );
  expect(count(history([160, null, 164]), '<circle')).toBe(2);
  expect(history([160, null, 164])).toContain('Mar 12: 164.0 ± 0.5');
  expect(history([160])).not.toContain('NaN');
  expect(history([160])).not.toContain('Jan 13');
  expect(history([null])).toContain('Not measured');
});

it('writes numbers as the language does, and no negative nothing', () => {
  expect([written(-0.04, 'en', 1), written(1.25, 'de', 2), written(-2, 'fr', 0)]).toEqual(['0.0', '1,25', '−2']);
});
