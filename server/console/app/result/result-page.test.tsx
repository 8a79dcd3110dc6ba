import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { withheld } from '../../../../engine/metrics/measured.ts';
import { crossCheck } from '../../../../engine/quality/cross-check.ts';
import { languages } from '../../../../engine/score/language.ts';
import { sampleAnalysis } from '../../../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../../../test/support/sample-back-analysis.ts';
import { backClipWarnings, clipWarnings } from '../../../contract/clip-warnings.ts';
import { toDetails } from '../../../details/to-details.ts';
import type { ConsoleResults } from '../../api/analyses.ts';
import { warningText } from './clip-warnings.tsx';
import { measuredText } from './measured-words.ts';
import { ResultPage } from './result-page.tsx';
import { shownResult } from './shown-result.ts';
import { resultWords } from './words/by-language.ts';
import { metricName } from './words/metric-words.ts';

const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' } as const;
const views = { side: toDetails(sampleAnalysis(), request), back: toDetails(sampleBackAnalysis(), request) };
const results = {
  calculatedData: { metrics: { step_frequency_steps_per_min: 160.4, speed_meter_per_second: null } },
} as unknown as ConsoleResults;
const media = { videoUrl: '/media/video.mp4', thumbnailUrl: '/media/thumbnail.jpg' };
const page = (details: unknown, language: (typeof languages)[number] = 'en') =>
  renderToStaticMarkup(<ResultPage id="one" details={details} results={results} media={media} language={language} />);

describe.each(['side', 'back'] as const)('the result page of a %s view', (view) => {
  const details = views[view];

  it.each(languages)('shows every number with its interval, or why there is none, in %s', (language) => {
    const text = page(details, language).replaceAll('&nbsp;', '\u00a0');
    const shown = shownResult(details, language);
    for (const metric of details.metrics) {
      expect(text).toContain(metricName(metric.id, shown.words));
      const number = measuredText(metric, shown);
      if (number === null) expect(text).toContain(shown.words.reasons[metric.reason ?? 'implausible']);
      else expect(text).toContain(number);
    }
    for (const { title } of Object.values(details.texts[language].segments)) expect(text).toContain(escaped(title));
    expect(text).not.toMatch(/NaN|undefined|\[object|style=/);
  });

  it('has one name for every number in every language, and none for two', () => {
    for (const language of languages) {
      const ids = [...new Set(details.metrics.map(({ id }) => id))];
      const names = ids.map((id) => metricName(id, resultWords[language]));
      expect(names.filter((name, i) => name === ids[i])).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

it.each(languages)('says beside the speed what it was read from, in %s', (language) => {
  const { speedSources } = resultWords[language];
  const seen = (speedSource: 'shoes' | 'pace') =>
    page({ ...views.side, seen: { ...views.side.seen, speedSource } }, language);
  // In the first numbers, and in the table of all.
  expect(seen('shoes').split(escaped(speedSources.shoes))).toHaveLength(3);
  expect(seen('pace')).toContain(escaped(speedSources.pace));
  const { speedSource, ...before } = views.side.seen;
  expect(speedSource).toBe('hips');
  expect(page({ ...views.side, seen: before }, language)).not.toContain('result-source');
});

it('calls a style close where another is nearly as likely', () => {
  const [best, other] = views.side.styles;
  const styles = [
    { ...best, percentage: 55 },
    { ...other, percentage: 27.4 },
  ];
  const close = page({ ...views.side, styles });
  expect(close).toContain(`A close call: ${views.side.texts.en.styles[other.id].title} is 27 % likely.`);
  const clear = page({ ...views.side, styles: [{ ...best, percentage: 90 }, other] });
  expect(clear).not.toContain('A close call');
});

it('tells how likely the bands are where the error leaves them open, and the interval of the total', () => {
  const [first, ...others] = views.side.segments;
  const shares = (good: number) => ({ good, okay: 1 - good, bad: 0 });
  const text = (good: number) =>
    page({
      ...views.side,
      totalScoreInterval: [0.51, 0.73],
      segments: [{ ...first, score: 0.9, band: 'good', bandShares: shares(good) }, ...others.map(sure)],
    });
  expect(text(0.61).replaceAll(/&nbsp;|\u00a0/g, ' ')).toContain('Good 61 % · Okay 39 % · Work on it 0 %');
  expect(text(0.85)).not.toContain(resultWords.en.ui.notCertain);
  expect(text(0.85)).toContain('51 to 73');

  function sure(segment: (typeof others)[number]): typeof segment {
    return { ...segment, bandShares: null };
  }
});

it('has neither numbers nor scores of a clip without running, and says what to film', () => {
  const text = page({ ...views.side, running: false });
  expect(text).toContain(resultWords.en.reasons.not_running);
  expect(text).not.toContain('id="result-numbers"');
  expect(text).toContain('id="result-video"');
});

it('says once why there is no running, in the numbers’ place', () => {
  const { reasons, ui, warnings: sentences } = resultWords.fr;
  const warnings = [{ code: 'picture_turned', message: '', textKey: 'picture_turned', values: {} }];
  const metrics = views.side.metrics.map((metric) => ({
    ...metric,
    value: null,
    halfWidth: null,
    reason: 'picture_turned' as const,
  }));
  const text = page({ ...views.side, running: false, metrics, warnings, crossChecks: [] }, 'fr');
  expect(sentences.picture_turned).toBe(reasons.picture_turned);
  expect(text.split(escaped(reasons.picture_turned))).toHaveLength(2);
  expect(text).not.toContain('result-caution');
  expect(text).not.toContain(escaped(ui.notRunning));
});

it('does not say of a clip from the wrong view that no running was found', () => {
  const { reasons, ui, warnings: sentences } = resultWords.ko;
  const metrics = views.side.metrics.map((metric) => ({
    ...metric,
    value: null,
    halfWidth: null,
    reason: 'wrong_view' as const,
  }));
  const warnings = [{ code: 'view', message: '', textKey: 'view.side_back', values: {} }];
  const text = page({ ...views.side, running: false, metrics, warnings, crossChecks: [] }, 'ko');
  expect(text).toContain(escaped(reasons.wrong_view));
  expect(text).toContain(escaped(sentences['view.side_back']));
  expect(text).not.toContain(escaped(ui.notRunning));
});

it('shows an analysis of before details were kept', () => {
  for (const details of [null, { format: 'stridelab-details', version: 99 }]) {
    const text = page(details);
    expect(text).toContain('160.40');
    expect(text).toContain('/media/video.mp4');
    expect(text).toContain(resultWords.en.ui.noDetails);
  }
});

it('has words in every language for whatever is warned of', () => {
  const { tracks, video, pose, timeScale, ground, ...rest } = sampleAnalysis();
  const people = { lasting: 2, followed: 2, followedShare: 0.5, largerNotFollowed: true };
  const worst = {
    ...rest,
    video: { ...video, fps: 24, interlaced: true, variableFrameRate: true, widthPx: 1080, heightPx: 1920 },
    pose: { ...pose, people },
    tracks: {
      ...tracks,
      view: 'front' as const,
      hasFeet: false,
      report: { ...tracks.report, foundFraction: 0.5, ambiguousFraction: 0.9 },
    },
    timeScale: { factor: 4, source: 'gait' as const },
    ground: { ...ground, tilted: true, growth: 0.5 },
    camera: 'panning' as const,
  };
  const told = [
    ...clipWarnings(worst),
    ...clipWarnings({ ...worst, tracks: { ...worst.tracks, view: 'back' } }),
    ...clipWarnings({
      ...worst,
      gait: { ...worst.gait, runSpeedPxS: -20 },
      metrics: { ...worst.metrics, speedMps: withheld('implausible'), speedSource: 'ankles' },
    }),
    ...(['picture_turned', 'too_few_steps', 'frame_rate_too_low'] as const).flatMap((reason) =>
      clipWarnings({
        ...worst,
        gait: { ...worst.gait, running: false },
        metrics: { ...worst.metrics, cadenceSpm: withheld(reason) },
      }),
    ),
    ...clipWarnings({ ...worst, gait: { ...worst.gait, running: false } }),
    ...clipWarnings({
      ...worst,
      camera: 'treadmill',
      crossChecks: [crossCheck('standing_foot', 'm/s', 4, 3.126, 0.3)],
    }),
    ...clipWarnings({ ...worst, camera: 'treadmill', crossChecks: [crossCheck('standing_foot', 'm/s', 4, -0.2, 0.3)] }),
    ...backClipWarnings(sampleBackAnalysis()),
  ].filter(({ code, textKey }) => !code.startsWith('cross_check_') || textKey !== code);
  expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(18);
  for (const warning of told) {
    expect(warningText(warning, { language: 'en', words: resultWords.en })).toBe(warning.message);
    for (const language of languages) {
      const text = warningText(warning, { language, words: resultWords[language] });
      expect(text).not.toMatch(/[{}]/);
      for (const value of Object.values(warning.values).flat()) expect(text).toContain(written(value, language));
    }
  }

  function written(value: number | string, language: (typeof languages)[number]): string {
    return typeof value === 'string'
      ? value
      : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  }
});

it('says a warning that was kept without its numbers in English', () => {
  const older = { code: 'several_people', message: '3 people were in view.' };
  expect(warningText(older, { language: 'de', words: resultWords.de })).toBe('3 people were in view.');
  const plain = { code: 'camera_moves', message: 'The camera moves.' };
  expect(warningText(plain, { language: 'de', words: resultWords.de })).toBe(resultWords.de.warnings.camera_moves);
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

it('says of a pace that is not the belt’s which one was seen', () => {
  const values = { told: 4, toldPace: '4:10', seen: 3.13, seenPace: '5:20' };
  const warnings = [
    { code: 'cross_check_standing_foot', message: '', textKey: 'cross_check_standing_foot.belt', values },
  ];
  const [check] = views.side.crossChecks;
  const text = page({ ...views.side, crossChecks: [{ ...check, id: 'standing_foot', holds: false }], warnings }, 'de');
  const caution = text.slice(text.indexOf('result-caution'), text.indexOf(resultWords.de.headings.video));
  expect(caution).toContain('mit 3,13 m/s (5:20 min/km) zurück, nicht wie angegeben mit 4 m/s (4:10 min/km)');
  expect(caution).not.toContain(resultWords.de.checks.standing_foot);
});

it('says what makes the numbers less sure before it judges them', () => {
  const agreeing = views.side.crossChecks.map((check) => ({ ...check, holds: true }));
  const [check, ...others] = agreeing;
  const crossChecks = [{ ...check, holds: false }, ...others];
  const warnings = [{ code: 'camera_moves', message: '', textKey: 'camera_moves', values: {} }];
  const { checks, ui, warnings: sentences, headings } = resultWords.de;
  const text = page({ ...views.side, crossChecks, warnings }, 'de');
  const before = text.slice(0, text.indexOf(escaped(headings.video)));
  expect(before).toContain(escaped(sentences.camera_moves));
  expect(before).toContain(escaped(`${checks[check.id]}: ${ui.fails}`));
  expect(page({ ...views.side, crossChecks: agreeing, warnings: [] })).not.toContain('result-caution');
});
