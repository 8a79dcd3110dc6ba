import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { languages } from '../../engine/score/language.ts';
import { encodeVideo } from '../../engine/video/encode.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { measuredText, withheldReasons } from '../console/app/result/measured-words.ts';
import { shownResult } from '../console/app/result/shown-result.ts';
import { metricName } from '../console/app/result/words/metric-words.ts';
import type { Details } from '../details/details.ts';
import { toDetails } from '../details/to-details.ts';
import { cutKeyFrames } from './cut-key-frames.ts';
import { reportHtml } from './report-html.ts';
import { reportSourceAt } from './report-source.ts';

const { signal } = new AbortController();
const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'fr' } as const;
const folder = mkdtempSync(join(tmpdir(), 'stridelab-report-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const side = toDetails(sampleAnalysis(), request);
const back = toDetails(sampleBackAnalysis(), request);

/** What a parser of the HTML standard finds wrong. */
function faults(html: string): string[] {
  const found: string[] = [];
  parse(html, { onParseError: ({ code, startLine, startCol }) => found.push(`${code} ${startLine}:${startCol}`) });
  return found;
}

describe.each([
  ['side', side],
  ['back', back],
] as const)('the report of a %s view', (_view, details) => {
  it.each(languages)('is a valid page that needs nothing from elsewhere, in %s', async (language) => {
    const html = await reportHtml(
      { details, videoPath: null, analysedAt: null },
      { language, name: 'A & B <i>', signal },
    );
    expect(faults(html)).toEqual([]);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('A &amp; B &lt;i>');
    expect(/<script|https?:|url\(|@import|javascript:/i.exec(html)?.[0]).toBeUndefined();
    expect(/NaN|undefined|\[object/.exec(html)?.[0]).toBeUndefined();
    const sources = [...html.matchAll(/(?:src|href|srcset|action|poster)="([^"]*)"/g)].map(([, link]) => link);
    expect(sources.filter((link) => !link?.startsWith('data:image/jpeg;base64,'))).toEqual([]);
  });

  it('has every number of the details, and marks each that is withheld', async () => {
    const html = await reportHtml({ details, videoPath: null, analysedAt: null }, { language: 'en', signal });
    const table = html.slice(html.indexOf('id="result-numbers"'), html.indexOf('id="result-checks"'));
    const cells = [...table.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
      (cell ?? '').replace(/<[^>]+>/g, '').replaceAll('&nbsp;', '\u00a0'),
    );
    const shown = shownResult(details, 'en');
    const reasons = withheldReasons(shown);
    // A group of which nothing was measured stands as one sentence.
    const isTold = (group: string): boolean =>
      details.metrics.some((metric) => metric.group === group && metric.value !== null);
    const missing = details.metrics.filter(({ group }) => !isTold(group));
    const told = details.metrics.filter(({ group }) => isTold(group));
    for (const { id } of missing) expect(table).toContain(metricName(id, shown.words));
    const expected = told.map(
      (metric) => measuredText(metric, shown) ?? `–${reasons.indexOf(metric.reason ?? 'implausible') + 1}`,
    );
    expect(cells.filter((cell) => cell !== '').toSorted()).toEqual(expected.toSorted());
    expect(details.metrics.filter(({ value }) => value === null).length).toBeGreaterThan(0);
    for (const reason of reasons) expect(html).toContain(shown.words.reasons[reason]);
  });
});

it('has the word in place of a first number that is withheld, which a dash before a figure would look negative for', async () => {
  const metrics = side.metrics.map((metric) =>
    metric.id === 'speed' ? { ...metric, value: null, halfWidth: null, reason: 'scale_unknown' as const } : metric,
  );
  for (const language of languages) {
    const html = await reportHtml(
      { details: { ...side, metrics }, videoPath: null, analysedAt: null },
      { language, signal },
    );
    const { words } = shownResult(side, language);
    const tiles = html.slice(html.indexOf('result-headline'), html.indexOf('</dl>'));
    expect(tiles).toContain(`>${words.ui.withheld}<sup>`);
    expect(tiles).not.toContain('–<sup>');
  }
});

it('speaks the language of the analysis unless it is told another', async () => {
  expect(await reportHtml({ details: side, videoPath: null, analysedAt: null }, { signal })).toContain(
    '<html lang="fr">',
  );
});

it('says of a clip without running that there is none, and gives no scores', async () => {
  const html = await reportHtml(
    { details: { ...side, running: false }, videoPath: null, analysedAt: null },
    { language: 'en', signal },
  );
  expect(html).toContain('No running was found in this clip');
  expect(html).not.toContain('id="result-scores"');
});

describe('the key frames of a report', () => {
  /** 2 s at 30 frames per second, grey; sharp stripes in the stance from 1.2 s on alone, in the middle of the picture. */
  const size = { widthPx: 320, heightPx: 240 };
  const contacts: Details['contacts'] = [0.2, 0.6, 1.2].map((touchdownS, i) => ({
    side: i === 1 ? 'right' : 'left',
    touchdownS,
    midStanceS: touchdownS + 0.1,
    toeOffS: touchdownS + 0.2,
    accepted: true,
    box: { leftPx: 140, topPx: 80, widthPx: 40, heightPx: 100 },
  }));
  function* frames(): Iterable<Uint8Array> {
    for (let frame = 0; frame < 60; frame++) {
      const isStriped = frame >= 34;
      yield Uint8Array.from({ length: 320 * 240 * 3 }, (_, byte) => {
        const x = Math.floor(byte / 3) % 320;
        return isStriped && x > 140 && x < 180 && x % 4 < 2 ? 250 : 90;
      });
    }
  }

  it('are those of the sharpest stance of the near leg, cut to the runner', async () => {
    const source = join(folder, 'analysed');
    mkdirSync(source);
    await encodeVideo({ size, fps: 30, frames: frames(), outPath: join(source, 'annotated.mp4') });
    const details: Details = { ...side, clip: { ...side.clip, ...size, durationS: 2 }, contacts };
    writeFileSync(join(source, 'details.json'), JSON.stringify(details));
    const html = await reportHtml(await reportSourceAt(source), { language: 'en', signal });
    expect(faults(html)).toEqual([]);
    const captions = [...html.matchAll(/alt="([^"]+)" width="(\d+)" height="(\d+)"/g)].map(([, ...found]) => found);
    // A body of 100 pixels, with room about it; it goes on in its box, so that each picture is narrower than that.
    expect(captions).toEqual([
      ['Touchdown · Left · 1.20\u00a0s', '47', '132'],
      ['Mid-stance · Left · 1.30\u00a0s', '47', '132'],
      ['Toe-off · Left · 1.40\u00a0s', '47', '132'],
    ]);
  });

  it('show the frames of their times, never those of the slow motion that follows the clip', async () => {
    // A frame is as bright as its number; the slow motion goes on for 2 s, with stripes that are sharper than anything before.
    function* numbered(): Iterable<Uint8Array> {
      for (let frame = 0; frame < 120; frame++)
        yield Uint8Array.from({ length: 320 * 240 * 3 }, (_, byte) =>
          frame < 60 ? 40 + 3 * frame : 250 * (Math.floor(byte / 3) % 2),
        );
    }
    const videoPath = join(folder, 'with-slow-motion.mp4');
    await encodeVideo({ size, fps: 30, frames: numbered(), outPath: videoPath });
    const details: Details = { ...side, clip: { ...side.clip, ...size, durationS: 2 }, contacts };
    const frames = await cutKeyFrames(videoPath, details, { signal });
    expect(frames.map(({ kind }) => kind)).toEqual(['touchdown', 'midStance', 'toeOff']);
    for (const { timeS, dataUrl } of frames) {
      const jpeg = Buffer.from(dataUrl.replace('data:image/jpeg;base64,', ''), 'base64');
      const { channels } = await sharp(jpeg).stats();
      expect((channels[1].mean - 40) / 3).toBeCloseTo(30 * timeS, 0);
    }
  });
});

describe('what a report can be made of', () => {
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('is details, or what --json printed, with or without its video', async () => {
    expect(await reportSourceAt(write('own.json', side))).toEqual({
      details: side,
      videoPath: null,
      analysedAt: expect.any(Date) as Date,
    });
    const printed = { results: { output_video: 'file:///nowhere/annotated.mp4' }, details: side };
    expect(await reportSourceAt(write('printed.json', printed))).toEqual({
      details: side,
      videoPath: null,
      analysedAt: expect.any(Date) as Date,
    });
  });

  it.each([
    ['text', 'no json'],
    ['the results of an older version', { results: {} }],
    ['a number', 3],
    ['null', null],
    ['details of a newer version', { ...side, version: 2 }],
  ])('is not %s', async (name, content) => {
    const path = write(`${name.replaceAll(' ', '-')}.json`, content);
    await expect(reportSourceAt(path)).rejects.toMatchObject({ code: 'report_source_unusable' });
  });

  it('is not a path that is not there', async () => {
    await expect(reportSourceAt(join(folder, 'missing'))).rejects.toBeInstanceOf(StrideError);
  });
});
