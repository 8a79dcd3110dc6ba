import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

interface Told {
  readonly metrics: readonly { readonly metric: string; readonly value: number | null; readonly truth: number }[];
  readonly judged: number;
  readonly inside: number;
  readonly files: readonly string[];
}

it('tells programs what was measured beside the truth, and nothing else', { timeout: 240_000 }, async () => {
  const folder = tempDir();
  const { status, stdout } = await runCommand(folder, 'demo', '--seconds', '2', '--json', '--quiet');
  expect(status).toBe(0);
  const { metrics, judged, inside, files } = JSON.parse(stdout) as Told;
  const cadence = metrics.find(({ metric }) => metric === 'Cadence');
  expect(Math.abs((cadence?.value ?? 0) - (cadence?.truth ?? 0))).toBeLessThan(8);
  expect(inside).toBeLessThanOrEqual(judged);
  expect(judged).toBeLessThanOrEqual(metrics.length);
  expect(files).toContain(join('demo-output', 'runner.mp4'));
  for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
});
