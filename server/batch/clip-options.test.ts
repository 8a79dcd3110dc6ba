import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { flagsForClip, readClipTable, readSidecar } from './clip-options.ts';
import { findClips } from './find-clips.ts';

const written = (name: string, text: string): string => {
  const path = join(tempDir(), name);
  writeFileSync(path, text);
  return path;
};

describe('a table of clips', () => {
  it.each([
    ['commas', 'clip,height,view,treadmill,pace,pronation-only\n"a, b.mp4",1.7,back,yes,05:30,no\nsub/c.mp4,,,,,\n'],
    [
      'semicolons, a byte order mark and CRLF',
      '\uFEFFclip;height;view;treadmill;pace;pronation-only\r\n"a, b.mp4";1.7;back;true;5:30;0\r\nsub\\c.mp4;;;;;\r\n',
    ],
    [
      'semicolons and decimal commas, as German spreadsheets write it',
      'clip;height;view;treadmill;pace;pronation-only\na, b.mp4;1,7;back;yes;5:30;no\nsub/c.mp4;;;;;\n',
    ],
    [
      'decimal commas in quotes, and a speed',
      'clip,height,view,treadmill,pace,pronation-only\n"a, b.mp4","1,7",back,yes,"10,909 km/h",no\nsub/c.mp4,,,,,\n',
    ],
  ])('with %s', async (_, text) => {
    const rows = await readClipTable(written('clips.csv', text));
    expect([...rows]).toEqual([
      ['a, b.mp4', { height: 1.7, view: 'back', treadmill: true, pace: 330, pronationOnly: false }],
      ['sub/c.mp4', {}],
    ]);
  });

  it.each([
    ['height\n1.7\n', /row 1: the column clip/],
    ['clip,size\na.mp4,3\n', /row 1: there is no size; known are view, height/],
    ['clip,height\na.mp4,178\n', /row 1, height 178: .*1\.78 instead of 178/],
    ['clip,view\na.mp4,side\nb.mp4,top\n', /row 2, view top: write one of side, back/],
    ['clip,treadmill\na.mp4,perhaps\n', /write yes or no/],
    ['clip\na.mp4\na.mp4\n', /row 2: a.mp4 is there twice/],
    ['clip,height\na.mp4\n', /clips\.csv, line 2: the row has another number of cells/],
    ['clip,height,view\na.mp4,1,78,side\n', /clips\.csv, line 2: .*in quotes, "1,78".*semicolons between all cells/],
    ['clip,height\n"a.mp4,1.7\n', /clips\.csv, line \d: a quote is opened and not closed/],
    ['clip,height\na"b.mp4,1.7\n', /clips\.csv, line \d: a quote stands within a cell/],
    ['clip,constructor\na.mp4,1\n', /there is no constructor/],
  ])('%j is refused with its row', async (text, message) => {
    const reading = readClipTable(written('clips.csv', text));
    await expect(reading).rejects.toMatchObject({ code: 'invalid_option', message: expect.stringMatching(message) });
  });
});

it('a file beside the clip', async () => {
  const path = written('run.json', '{"height": 1.8, "treadmill": true, "pace": "06:00"}');
  expect(await readSidecar(join(path, '..'), 'run.mp4')).toEqual({ height: 1.8, treadmill: true, pace: 360 });
  expect(await readSidecar(join(path, '..'), 'other.mp4')).toEqual({});
  for (const bad of ['[]', '{"height": {}}', '{"height', '{"speed": 3}']) {
    writeFileSync(path, bad);
    await expect(readSidecar(join(path, '..'), 'run.mp4')).rejects.toMatchObject({ code: 'invalid_option' });
  }
});

it('what is said of one clip goes before what is said of all', () => {
  const all = { height: 1.7, treadmill: true, pace: 330 };
  expect(flagsForClip(all, { height: 1.8 })).toEqual({ height: 1.8, treadmill: true, pace: 330 });
  expect(flagsForClip(all, { treadmill: false })).toEqual({ height: 1.7, treadmill: false });
  expect(flagsForClip({ view: 'back', pronationOnly: true }, { view: 'side' })).toEqual({ view: 'side' });
  // Nonsense that is said of the clip itself is told, not mended.
  expect(flagsForClip(all, { treadmill: false, pace: 300 })).toMatchObject({ treadmill: false, pace: 300 });
});

it('finds clips by their names, in order', async () => {
  const root = tempDir();
  for (const folder of ['sub/deep', 'run-stridelab', '.hidden', 'out'])
    mkdirSync(join(root, folder), { recursive: true });
  const files = [
    'b.MOV',
    'a.mp4',
    'notes.txt',
    'sub/deep/c.webm',
    'run-stridelab/annotated.mp4',
    '.hidden/d.mp4',
    'out/e.mp4',
  ];
  for (const file of files) writeFileSync(join(root, file), '');
  const except = join(root, 'out');
  expect(await findClips(root, { recursive: false, except })).toEqual(['a.mp4', 'b.MOV']);
  expect(await findClips(root, { recursive: true, except })).toEqual(['a.mp4', 'b.MOV', 'sub/deep/c.webm']);
  await expect(findClips(join(root, 'none'), { recursive: true, except })).rejects.toMatchObject({
    code: 'invalid_option',
  });
});
