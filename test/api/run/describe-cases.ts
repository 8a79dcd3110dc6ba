import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { ClipLibrary } from '../clips/clip-library.ts';
import { type CaseFile, parseCaseFile } from '../format/case-file.ts';
import { openJudge } from './judge.ts';
import { type CaseRun, openFile, runCase } from './run-case.ts';
import { CannotArrange, type Target } from './target.ts';

const folder = 'test/api';

/**
 * Runs every case of every file.
 *
 * @param openTarget Opens the server that a file's cases are sent to, by the words of the file's `server` line.
 */
export function describeCases(openTarget: (words: readonly string[]) => Promise<Target>): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.case'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => parseCaseFile(path, readFileSync(path, 'utf8')));

  let clips: ClipLibrary;
  beforeAll(async () => {
    clips = await ClipLibrary.open();
  });
  afterAll(() => clips.close());

  it('are at least 150', () => {
    expect(files.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(150);
  });

  describe.each(files)('$path', (file: CaseFile) => {
    let target: Target | CannotArrange | undefined;
    let run: CaseRun;
    let shared: ReadonlyMap<string, string> | CannotArrange;
    beforeAll(async () => {
      target = await openTarget(file.server).catch(onlyCannotArrange);
      if (target instanceof CannotArrange) {
        shared = target;
      } else {
        run = { target, readFile: clips.read, judge: await openJudge(target.url) };
        shared = await openFile(run, file).catch(onlyCannotArrange);
      }
    }, 300_000);
    afterAll(async () => {
      if (target !== undefined && !(target instanceof CannotArrange)) await target.close();
    });

    it.for(file.cases)('$line: $title', { timeout: 120_000 }, async (one, context) => {
      if (shared instanceof CannotArrange) skip(context, shared);
      else
        await runCase(run, file.path, one, shared).catch((error: unknown) => skip(context, onlyCannotArrange(error)));
    });
  });
}

function onlyCannotArrange(error: unknown): CannotArrange {
  if (error instanceof CannotArrange) return error;
  throw error;
}

const skip = (context: TestContext, reason: CannotArrange): void => context.skip(reason.message);
