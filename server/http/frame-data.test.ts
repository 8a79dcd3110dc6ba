import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { toAnalysisBodies } from '../contract/analysis-bodies.ts';
import { frameDataExample, frameDataHeaderExample, frameLinesExample } from '../contract/examples/frame-data.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import { FrameDataSchema } from '../contract/schemas/frame-data.ts';
import type { Started } from '../contract/schemas/start.ts';
import { openDataDir } from '../store/data-dir.ts';
import { writeFrameData } from '../store/frame-data-file.ts';
import { frameDataName, mediaFolder } from '../store/media-files.ts';
import { openDatabase } from '../store/open-database.ts';
import { SqlAnalysisStore } from '../store/sql-analysis-store.ts';

it('gives the frames as one object or line by line, once they are there', async () => {
  const api = await startApiServer();
  onTestFinished(() => api.stop());
  const dir = openDataDir(api.dataDir);
  const database = await openDatabase(dir);
  onTestFinished(() => database.close());
  const { video_id: id } = (await (await postStart(api, { video: await smallClip(30, 30) })).json()) as Started;
  const get = (accept?: string): Promise<Response> =>
    fetch(`${api.url}/analysis/${id}/results/frame_data?apiKey=${api.key}`, {
      headers: accept === undefined ? {} : { accept },
    });
  expect(await bodyOf(await get(), 409, ErrorSchema)).toMatchObject({ code: 'results_not_ready' });

  const store = new SqlAnalysisStore(database);
  await store.takeNext(1);
  const analysis = sampleAnalysis();
  const result = toAnalysisBodies(analysis);
  mkdirSync(mediaFolder(dir, id));
  await store.succeed({ id, attempt: 1 }, result, 2);
  expect(await bodyOf(await get(), 404, ErrorSchema)).toEqual({ detail: 'Frame data not found' });

  const path = join(mediaFolder(dir, id), frameDataName(id));
  await writeFrameData(path, frameDataHeaderExample, frameDataExample.frames);
  for (const accept of [undefined, '*/*', 'application/json', 'application/x-ndjson;q=0'])
    expect(await bodyOf(await get(accept), 200, FrameDataSchema)).toEqual(frameDataExample);
  for (const accept of ['application/x-ndjson', 'application/json;q=0.5, Application/X-NDJSON']) {
    const lines = await get(accept);
    expect(lines.headers.get('content-type')).toBe('application/x-ndjson');
    expect(lines.headers.get('vary')).toBe('accept');
    expect(await lines.text()).toBe(frameLinesExample);
  }
});
