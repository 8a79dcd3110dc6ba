import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('writes no text that a spreadsheet would calculate, and leaves numbers as they are', () => {
  const columns = [
    { name: 'clip', type: 'text' },
    { name: 'lean_deg', type: 'number' },
  ] as const;
  const names = ['=HYPERLINK("http://example.org")', '+1', '-1.mp4', '@a', '\t=1', '\r=1', 'a=b.mp4', ' =1', ''];
  const rows = [...names.map((name) => [name, -1.5]), [null, -2e-7]];
  expect(csv({ columns, rows })).toBe(
    [
      'clip,lean_deg',
      `"'=HYPERLINK(""http://example.org"")",-1.5`,
      "'+1,-1.5",
      "'-1.mp4,-1.5",
      "'@a,-1.5",
      "'\t=1,-1.5",
      `"'\r=1",-1.5`,
      'a=b.mp4,-1.5',
      ' =1,-1.5',
      ',-1.5',
      ',-2e-7',
      '',
    ].join('\n'),
  );
});
