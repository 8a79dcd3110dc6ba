import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { postStart, startApiServer } from '../../test/support/api-server.ts';
import { runCommand } from '../../test/support/command-line.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { toAnalysisBodies } from '../contract/analysis-bodies.ts';
import type { Started } from '../contract/schemas/start.ts';
import { writeDetails } from '../details/details-file.ts';
import { toDetails } from '../details/to-details.ts';
import { openDataDir } from '../store/data-dir.ts';
import { detailsName, mediaFolder, outputVideoName } from '../store/media-files.ts';
import { openDatabase } from '../store/open-database.ts';
import { SqlAnalysisStore } from '../store/sql-analysis-store.ts';

it('makes a report of an analysis of a server by its id, while the server runs', async () => {
  const api = await startApiServer();
  onTestFinished(() => api.stop());
  const dir = openDataDir(api.dataDir);
  const database = await openDatabase(dir);
  onTestFinished(() => database.close());
  const folder = mkdtempSync(join(tmpdir(), 'stridelab-report-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const report = (...args: string[]) => runCommand(folder, 'report', ...args);

  const { video_id: id } = (await (await postStart(api, { video: await smallClip(30, 30) })).json()) as Started;
  const store = new SqlAnalysisStore(database);
  await store.takeNext(1);
  const analysis = sampleAnalysis();
  await store.succeed({ id, attempt: 1 }, toAnalysisBodies(analysis), 2);
  const older = await report(id, '--data', api.dataDir);
  expect(older.stderr).toContain('made before details were kept');

  const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' } as const;
  const place = join(mediaFolder(dir, id), '1');
  mkdirSync(place, { recursive: true });
  await writeDetails(join(place, detailsName(id)), toDetails(analysis, request));
  writeFileSync(join(place, outputVideoName(id)), await smallClip(30, 30));
  // The copy of the video lies where it is swept up after a kill, not among the system's.
  vi.stubEnv('TMPDIR', join(folder, 'none'));
  const made = await report(id, '--data', api.dataDir, '--language', 'it', '--json').finally(() => vi.unstubAllEnvs());
  expect(made.stderr).toBe('');
  expect(JSON.parse(made.stdout)).toEqual({ files: [`${id}-report.html`] });
  expect(readFileSync(join(folder, `${id}-report.html`), 'utf8')).toContain('<html lang="it">');

  const unknown = await report('00000000-0000-4000-8000-000000000000', '--data', api.dataDir);
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('error report_source_unusable');
  expect((await report('no-such-folder')).stderr).toContain('--data or --database tells where');
});
