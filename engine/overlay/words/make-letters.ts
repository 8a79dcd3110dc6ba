import { readFileSync, writeFileSync } from 'node:fs';
import type { Script } from '../../drawing/drawing.ts';
import { type LetterOutline, writeLetters } from '../../drawing/fonts/letter-outlines.ts';
import { lettersBeyondLatin } from '../../drawing/fonts/letters-beyond-latin.ts';
import { TrueTypeFont } from '../../drawing/paint/true-type-font.ts';
import { languages } from '../../score/language.ts';
import { overlayWordsByLanguage } from './by-language.ts';

// Takes the letters that the annotated video writes out of Noto Sans Bold: the whole fonts are 22 MB. From the project's root, after a change of a
// word in engine/overlay/words:
//   npm install --no-save --ignore-scripts @expo-google-fonts/noto-sans-{sc,jp,kr}@0.4.3
//   npm run build && node dist/engine/overlay/words/make-letters.js
const packages: Readonly<Record<Script, string>> = { chinese: 'SC', japanese: 'JP', korean: 'KR' };

for (const language of languages) {
  const words = overlayWordsByLanguage[language];
  if (words.script === null) continue;
  const name = packages[words.script];
  const path = `node_modules/@expo-google-fonts/noto-sans-${name.toLowerCase()}/700Bold/NotoSans${name}_700Bold.ttf`;
  const font = new TrueTypeFont(readFileSync(path));
  const letters = new Map(
    lettersBeyondLatin(words).map((letter): [string, LetterOutline] => {
      const glyph = font.glyphOf(letter.codePointAt(0) ?? 0);
      if (glyph === 0) throw new Error(`${path} has no ${letter}`);
      return [letter, { advance: font.advanceOf(glyph), contours: font.contoursOf(glyph) }];
    }),
  );
  const text = writeLetters(letters);
  const lines = text.split('\n').map((line) =>
    line
      .match(/.{1,100}/gu)
      ?.map((part) => `  '${part}',`)
      .join('\n'),
  );
  const file = [
    `// Data: ${letters.size} letters of Noto Sans ${name} Bold (OFL-1.1, see LICENSE.txt), written by make-letters.ts. Not to be edited.`,
    'export default [',
    lines.join(`\n  '\\n',\n`),
    `].join('');`,
    '',
  ].join('\n');
  writeFileSync(`engine/drawing/fonts/${words.script}.letters.ts`, file);
  process.stdout.write(`${words.script}: ${letters.size} letters, ${text.length} characters\n`);
}
