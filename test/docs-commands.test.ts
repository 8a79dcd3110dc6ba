import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CalculatedDataSchema } from '../server/contract/schemas/calculated-data.ts';
import { SuccessSchema } from '../server/contract/schemas/results.ts';
import { KnownOptions } from './support/docs/known-options.ts';
import { placeClips } from './support/docs/page-clips.ts';
import { SharedAnalyses } from './support/docs/shared-analyses.ts';
import { fencedBlocks, shellBlocks } from './support/docs/shell-blocks.ts';
import { Walk } from './support/docs/walk.ts';
import { emptySchema, sharedPostgres } from './support/shared-postgres.ts';

const guides = readdirSync('docs/guides')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/guides/${name}`);
const pages = ['README.md', ...guides];

/** Commands that are read but not run here, and why. A page's name stands for all of its commands. */
const notRun: Readonly<Record<string, string>> = {
  'git clone': 'fetches the project',
  'npm ci': 'installs; whoever runs this test has done it',
  'npm run bench -- (?!own|--help)': 'runs for minutes and writes a page',
  'npx stridelab report .* --pdf': 'needs a browser; server/report/find-browser.test.ts prints where there is one',
  'docs/guides/operate.md': 'run by operate-guide.test.ts, but for systemd and containers',
};

/** What a command may say that lacks something of the machine's: the page tells of it, too. */
const lacks = { browser: 'browser_missing' } as const;

const isLeftOut = (page: string, command: string): boolean =>
  Object.keys(notRun).some((what) => what === page || new RegExp(`^${what}`).test(command));

/** What a page needs beside its clips before its commands are typed. */
const prepare: Readonly<Record<string, (walk: Walk) => Promise<void> | void>> = {
  'README.md': ({ folder }) => {
    mkdirSync(join(folder, 'clips'));
    copyFileSync(join(folder, 'run.mp4'), join(folder, 'clips', 'a.mp4'));
  },
  'docs/guides/own-model.md': ({ folder }) => {
    writeFileSync(join(folder, 'my-network.json'), jsonOf('docs/guides/own-model.md'));
  },
  'docs/guides/benchmark.md': ({ folder }) => {
    mkdirSync(join(folder, 'my-clips'));
    copyFileSync(join(folder, 'run.mp4'), join(folder, 'my-clips', 'a.mp4'));
    writeFileSync(join(folder, 'my-clips', 'a.truth.json'), jsonOf('docs/guides/benchmark.md'));
  },
  // Emulators stand for the vendor's server and for ours.
  'docs/guides/recordings.md': async (walk) => {
    for (const port of [4010, 8080])
      expect((await walk.run(`npx stridelab emulate --port ${port} --frozen`)).status).toBe(0);
    walk.substitute('https://api.example.com', `http://127.0.0.1:${walk.portFor(4010)}`);
  },
  'docs/guides/webhooks.md': async (walk) => {
    const receiver = createServer((request, response) =>
      request.resume().on('end', () => response.writeHead(204).end()),
    );
    receiver.listen(walk.portFor(9000), '127.0.0.1');
    await once(receiver, 'listening');
    onTestFinished(() => void receiver.close());
  },
};

const jsonOf = (page: string): string => fencedBlocks(page).find(({ info }) => info === 'json')?.body ?? '';

/** Pages that need what is not on every machine, and what it is; null where it is there. */
const missing: Readonly<Record<string, (walk: Walk) => Promise<string | null>>> = {
  'docs/guides/several-machines.md': async (walk) => {
    const server = await sharedPostgres();
    if (server === null) return 'PostgreSQL is not on this machine';
    walk.substitute('postgres://stridelab:…@db/stridelab', `'${await emptySchema(server)}'`);
    for (const [there, here] of Object.entries({ '/var/lib/stridelab': 'one', '/mnt/shared': 'shared' })) {
      mkdirSync(join(walk.folder, here));
      walk.substitute(there, `./${here}`);
    }
    return null;
  },
};

/** What a reader does beside typing, after a command. */
const afterwards: Readonly<Record<string, (walk: Walk) => Promise<void> | void>> = {
  // The next command is for another machine.
  'stridelab serve --workers 0': (walk) => walk.substitute('/var/lib/stridelab', './two'),
  // The client that is pointed at the recorder, until Ctrl+C.
  'npx stridelab recording make': async (walk) => {
    const url = `http://127.0.0.1:${walk.portFor(9090)}`;
    const form = new FormData();
    form.set('height', '1.78');
    form.set('video', new Blob([readFileSync(join(walk.folder, 'run.mp4'))]), 'run.mp4');
    const started = await fetch(`${url}/analysis/start?apiKey=mine`, { method: 'POST', body: form });
    const { video_id: id } = (await started.json()) as { readonly video_id: string };
    expect((await fetch(`${url}/analysis/${id}/results?apiKey=mine`)).status).toBe(200);
    await walk.stopLast();
    expect(readFileSync(join(walk.folder, 'vendor.ndjson'), 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(
      2,
    );
  },
};

/** What is true of an answer, by the command that asked for it. */
function checkAnswer(command: string, stdout: string): void {
  if (!command.startsWith('curl')) return;
  if (/\/results\?/.test(command)) expect([...Value.Errors(SuccessSchema, JSON.parse(stdout))]).toEqual([]);
  if (/\/calculated_data\?/.test(command))
    expect([...Value.Errors(CalculatedDataSchema, JSON.parse(stdout))]).toEqual([]);
}

const hasCurl = (() => {
  try {
    execFileSync('/usr/bin/curl', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('the commands of a page work, one after another', { timeout: 240_000 }, () => {
  const analyses = new SharedAnalyses();
  it.for(pages)('%s', async (page, context) => {
    if (!hasCurl) return context.skip('curl is not on this machine');
    const commands = shellBlocks(page).flatMap((block) => block.commands);
    const toRun = commands.filter((command) => !isLeftOut(page, command));
    if (toRun.length === 0) return;
    const walk = await Walk.begin();
    const lack = await missing[page]?.(walk);
    if (typeof lack === 'string') return context.skip(lack);
    if (toRun.some((command) => command.includes('.mp4') || page in prepare)) await placeClips(walk.folder);
    await prepare[page]?.(walk);
    for (const command of toRun) {
      const { status, stdout, stderr } = await analyses.run(command, walk.folder, () => walk.run(command));
      if (Object.values(lacks).some((code) => stderr.startsWith(`error ${code}`))) continue;
      expect({ command, status, said: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({
        command,
        status: 0,
        said: '',
      });
      checkAnswer(command, stdout);
      for (const [start, act] of Object.entries(afterwards)) if (command.startsWith(start)) await act(walk);
    }
  });
});

describe('what is not run', () => {
  const known = new KnownOptions();
  it.each(pages)(
    'names subcommands and options that there are: %s',
    async (page) => {
      for (const { commands } of shellBlocks(page))
        for (const command of commands)
          expect({ command, unknown: await known.unknownIn(command) }).toEqual({ command, unknown: [] });
    },
    120_000,
  );

  it.each(Object.keys(notRun))('is still on a page: %s', (what) => {
    const isThere = pages.some(
      (page) =>
        page === what ||
        shellBlocks(page).some(({ commands }) => commands.some((line) => new RegExp(`^${what}`).test(line))),
    );
    expect(isThere).toBe(true);
  });
});
