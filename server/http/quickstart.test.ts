import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startApiServer } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { tempDir } from '../../test/support/temp-dir.ts';

const run = promisify(execFile);

it('answers curl as a quickstart prints it', async (context) => {
  await run('curl', ['--version']).catch(() => context.skip('curl is not on this machine'));
  const api = await startApiServer();
  onTestFinished(() => api.stop());
  const cwd = tempDir();
  writeFileSync(join(cwd, 'run.mp4'), await smallClip(30, 30));

  const start = `curl -sS -X POST "${api.url}/analysis/start?apiKey=${api.key}" \\
    -F "video=@run.mp4" \\
    -F "analysis_type=side_view" \\
    -F "height=1.78" \\
    -F "weight=70" \\
    -F "language=en" \\
    -F "treadmill=true" \\
    -F "pace=05:30"`;
  const started: unknown = JSON.parse((await run('sh', ['-c', start], { cwd })).stdout);
  expect(started).toEqual({
    message: expect.stringMatching(/^Analysis started for ID: [0-9a-f-]{36}$/),
    video_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  });

  const { video_id: id } = started as { readonly video_id: string };
  const results = `curl -sS "${api.url}/analysis/${id}/results?apiKey=${api.key}"`;
  const { stdout } = await run('sh', ['-c', results], { cwd });
  expect(stdout).toBe(`{"video_id":"${id}","status":"pending","percentage":0}`);
});
