import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lacksLetters } from './lacks-letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'stridelab-letters-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fontconfig that has Japanese alone. */
const command = join(folder, 'fc-list');
writeFileSync(command, '#!/bin/sh\n[ "$1" = ":lang=ja" ] && echo "Noto Sans CJK JP"\nexit 0\n');
chmodSync(command, 0o755);

it.skipIf(process.platform === 'win32')(
  'asks fontconfig for the letters of languages that machines often lack',
  async () => {
    expect(await lacksLetters('ja', command)).toBe(false);
    expect(await lacksLetters('ko', command)).toBe(true);
    expect(await lacksLetters('zh', command)).toBe(true);
    expect(await lacksLetters('de', command)).toBe(false);
    expect(await lacksLetters('ko', join(folder, 'nobody'))).toBe(false);
  },
);
