import { expect, it } from 'vitest';
import { clipNameOf } from './clip-name.ts';

it('keeps what a person reads of a file name', () => {
  expect(clipNameOf('Mia, Bahn 3 – 12.04.MOV')).toBe('Mia, Bahn 3 – 12.04.MOV');
  expect(clipNameOf('走る 2.mp4')).toBe('走る 2.mp4');
  expect(clipNameOf('C:\\Users\\mia\\run.mp4')).toBe('run.mp4');
  expect(clipNameOf('../../etc/run.mp4')).toBe('run.mp4');
  expect(clipNameOf('  a\n\tb.mp4 ')).toBe('a b.mp4');
  expect(clipNameOf('evil\u202egnp.mp4\u0000')).toBe('evilgnp.mp4');
  expect(clipNameOf('<img src=x>.mp4')).toBe('<img src=x>.mp4');
});

it('keeps no more than a line holds, and nothing of nothing', () => {
  const long = clipNameOf(`${'🏃'.repeat(200)}.mp4`) ?? '';
  expect([...long]).toHaveLength(120);
  expect(long.endsWith('🏃…')).toBe(true);
  for (const none of [undefined, '', ' ', 'folder/', '\u202e']) expect(clipNameOf(none)).toBeNull();
});
