import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { withScratch } from './scratch.ts';

const made = async (outPath: string): Promise<void> =>
  withScratch(outPath, async (scratch) => {
    writeFileSync(scratch.path('video.mp4'), 'video');
    await scratch.publish('video.mp4');
  });

/** A process that has begun a file and goes no further. */
async function stuckProcess(outPath: string) {
  const script = `
    import { writeFileSync } from 'node:fs';
    import { withScratch } from ${JSON.stringify(resolve('dist/engine/video/scratch.js'))};
    await withScratch(${JSON.stringify(outPath)}, async (scratch) => {
      writeFileSync(scratch.path('video.mp4'), 'half');
      process.stdout.write('begun');
      await new Promise((end) => setTimeout(end, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it.runIf(process.platform === 'linux')(
  'removes what a killed process left, and nothing of one that lives',
  async () => {
    const folder = tempDir();
    const outPath = join(folder, 'annotated.mp4');
    const [killed, living] = [await stuckProcess(outPath), await stuckProcess(outPath)];
    const [left, kept] = [killed, living].map(({ pid }) =>
      readdirSync(folder).find((name) => name.includes(`.part-${pid}-`)),
    );
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(readdirSync(folder)).toContain(left);
    await made(outPath);
    expect(readdirSync(folder).sort()).toEqual(['annotated.mp4', kept].sort());
    living.kill('SIGKILL');
    await once(living, 'exit');
    await made(outPath);
    expect(readdirSync(folder)).toEqual(['annotated.mp4']);
  },
);

it('leaves what may be somebody else’s', async () => {
  const folder = tempDir();
  const outPath = join(folder, 'annotated.mp4');
  // No process has such a number.
  const dead = 2 ** 30;
  const others = [
    'annotated.mp4.part-AbCdEf',
    `annotated.mp4.part-${dead}-0123456789abcdef-AbCdEf`,
    `annotated.mp4.part-${dead}--AbCdEf`,
    `annotated.mp4.part-${process.pid}-0123456789abcdef-AbCdEf`,
    'thumbnail.jpg.part-1-0123456789abcdef-AbCdEf',
    'annotated.mp4.part-of-mine',
  ];
  for (const name of others) mkdirSync(join(folder, name));
  await made(outPath);
  expect(readdirSync(folder).sort()).toEqual(['annotated.mp4', ...others].sort());
});

it('leaves no folder where it fails, and none where it cannot begin', async () => {
  const folder = tempDir();
  const failing = withScratch(join(folder, 'a.mp4'), async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
  await expect(made(join(folder, 'missing', 'a.mp4'))).rejects.toThrow(/ENOENT/);
});
