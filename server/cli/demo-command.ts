import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { demoClip, makeDemoClip } from '../../fixtures/demo-clip.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { startServer } from '../serve.ts';
import { DemoClient } from './demo-client.ts';
import { demoComparison, demoTable } from './demo-table.ts';
import { tellFullDisk } from './full-disk.ts';
import { parseOut } from './options.ts';
import { makeOutputFolder } from './output-folder.ts';
import { printJson } from './print.ts';
import { quietHelp, withProgress } from './progress-line.ts';

interface DemoOptions {
  readonly out: string;
  readonly seconds: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** `stridelab demo`: a clip with known truth through the server, as a client would send it. */
export function demoCommand(signal: AbortSignal): Command {
  return new Command('demo')
    .description('Make a clip of a synthetic runner, analyse it through the server, and compare with the truth.')
    .option('--out <dir>', 'where the clip and the results go', parseOut, 'demo-output')
    .option('--seconds <count>', 'length of the clip, 2 to 10; shorter is faster but less informative', parseSeconds, 5)
    .option('--json', 'print JSON: every number beside the truth, and the files')
    .option('--quiet', quietHelp)
    .action(async ({ out, seconds, json, quiet }: DemoOptions) => {
      const say = (text: string): void => {
        if (!json) process.stdout.write(`${text}\n`);
      };
      makeOutputFolder(out);
      const clip = join(out, 'runner.mp4');
      say(`1/4 Painting a clip of the synthetic runner: ${clip}`);
      const { truth } = await withProgress(quiet === true, (progress) =>
        makeDemoClip({
          outPath: clip,
          durationS: seconds,
          onProgress: (fraction, { done }) =>
            progress.update(100 * fraction, 'painting', { count: { done, unit: 'frames' } }),
          signal,
        }),
      ).catch((error: unknown) => {
        throw tellFullDisk(error, clip);
      });
      const dataDir = await mkdtemp(join(tmpdir(), 'stridelab-demo-'));
      try {
        const { key } = await createPartnerKey(dataDir, 'demo');
        const server = await startServer({ port: 0, dataDir });
        try {
          const client = new DemoClient(server.url, key, signal);
          say(`2/4 Uploading it to the Partner API at ${server.url}`);
          const id = await client.start(clip, demoClip);
          say(`3/4 Following GET /analysis/${id}/results`);
          const results = await withProgress(quiet === true, (progress) =>
            client.finish(id, (fraction) => progress.update(100 * fraction, 'analysing')),
          );
          const calculated = await client.calculatedData(id);
          const files = await client.download(results, calculated, out);
          if (json) printJson({ ...demoComparison(calculated, truth), files: [clip, ...files] });
          else say(`4/4 Results, beside the exact truth\n${demoTable(results, calculated, truth)}`);
          say(['Look at', ...files.map((file) => `  ${file}`)].join('\n'));
        } finally {
          await server.close();
        }
      } finally {
        await rm(dataDir, { recursive: true, force: true });
      }
    });
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 2 && seconds <= 10)) throw new InvalidArgumentError('2 to 10.');
  return seconds;
}
