import { describe, expect, it } from 'vitest';
import { AssScript, escapeText } from './ass-script.ts';

const size = { widthPx: 640, heightPx: 360 };
const events = (script: AssScript): string[] =>
  script
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('Dialogue:'));

describe('AssScript', () => {
  it('counts frames in tenths of a second', () => {
    const script = new AssScript(size);
    script.shape({ from: 7, to: 8 }, 2, { fill: '#ffffff' }, 'm 0 0 l 8 0 8 8');
    script.shape({ from: 599, to: 36_001 }, 0, { fill: '#ffffff' }, 'm 0 0 l 8 0 8 8');
    expect(events(script)[0]).toMatch(/^Dialogue: 2,0:00:00\.70,0:00:00\.80,/);
    expect(events(script)[1]).toMatch(/^Dialogue: 0,0:00:59\.90,1:00:00\.10,/);
  });

  it('writes colours backwards and opacity as transparency', () => {
    const script = new AssScript(size);
    script.shape({ from: 0, to: 1 }, 0, { fill: '#39b6ff', opacity: 0.25 }, 'm 0 0 l 8 0 8 8');
    expect(events(script)[0]).toContain('\\1c&HFFB639&\\1a&HBF&');
  });

  it('leaves out empty shapes and empty spans', () => {
    const script = new AssScript(size);
    script.shape({ from: 0, to: 1 }, 0, { fill: '#ffffff' }, '');
    script.text({ from: 4, to: 4 }, 0, { sizePx: 10, colour: '#ffffff' }, { x: 1, y: 1 }, 'never');
    expect(events(script)).toEqual([]);
  });
});

describe('escapeText', () => {
  it.each([
    ['{\\an8}shout', '\\{\\\u2060an8\\}shout'],
    ['two\nlines\r\nDialogue: 0', 'two lines Dialogue: 0'],
    ['C:\\Name', 'C:\\\u2060Name'],
    ['168.9 spm ±0.5 °', '168.9 spm ±0.5 °'],
  ])('keeps %j from being anything but text', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});
