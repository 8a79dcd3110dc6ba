import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIRequestContext, Browser, BrowserContext } from 'playwright-core';
import { demoClip, makeDemoClip } from '../../fixtures/demo-clip.ts';
import { addPerson } from '../../server/accounts/partner-people.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { consoleHeader } from '../../server/console/api/refusal.ts';
import { startServer } from '../../server/serve.ts';
import { launchBrowser } from '../../test/support/browser.ts';

/** How a page came up once. */
export interface PageLoad {
  /** From the navigation to the first text or picture, milliseconds. */
  readonly firstPaintMs: number;
  /** Bodies as they crossed the wire: page, scripts, styles, JSON; not the pictures and the video of the clip. */
  readonly bytes: number;
  /** Addresses elsewhere that were asked. */
  readonly elsewhere: readonly string[];
}

export interface MeasuredPage {
  readonly name: string;
  readonly loads: readonly PageLoad[];
}

export interface ConsoleLoads {
  readonly browser: string;
  readonly pages: readonly MeasuredPage[];
}

export interface MeasureConsoleOptions {
  readonly rounds: number;
  readonly progress: ProgressLine;
}

interface Entry {
  readonly name: string;
  readonly startTime: number;
  readonly encodedBodySize?: number;
}

/** A page of the console. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly isSignedOut?: true;
}

const person = { partner: 'Bench', name: 'bench' };
const password = 'correct horse battery';
const analysisMs = 300_000;

/** Loads every kind of page, each `rounds` times with nothing cached, after two analyses of the demo clip by one runner. */
export async function measureConsole({ rounds, progress }: MeasureConsoleOptions): Promise<ConsoleLoads> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-console-'));
  try {
    const clipPath = join(folder, 'demo.mp4');
    await makeDemoClip({ outPath: clipPath, onProgress: (share) => progress.update(10 * share, 'the clip') });
    const dataDir = join(folder, 'data');
    const server = await startServer({ port: 0, dataDir });
    try {
      await addPerson(dataDir, person, password);
      const browser = await launchBrowser();
      try {
        progress.update(10, 'two analyses');
        const places = await analysed(browser, server.url, clipPath);
        const pages: MeasuredPage[] = [];
        for (const place of places) {
          progress.update(50 + (50 * pages.length) / places.length, place.name);
          pages.push({ name: place.name, loads: await loadsOf(browser, server.url, place, rounds) });
        }
        return { browser: `Chromium ${browser.version()}`, pages };
      } finally {
        await browser.close();
      }
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pages that there are, after a runner's two analyses. */
async function analysed(browser: Browser, url: string, clipPath: string): Promise<Place[]> {
  const context = await browser.newContext();
  await signIn(context, url);
  const { request } = context;
  const headers = headersOf(url);
  const api = `${url}/console/api`;
  const particulars = { name: 'Runner', email: null, heightM: 1.75, weightKg: null };
  const subject = (await bodyOf(request.post(`${api}/subjects`, { data: particulars, headers }))) as { id: string };
  const video = { name: 'demo.mp4', mimeType: 'video/mp4', buffer: await readFile(clipPath) };
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const multipart = { ...demoClip, subject_id: subject.id, video };
    const { id } = (await bodyOf(request.post(`${api}/analyses`, { multipart, headers }))) as { id: string };
    await finished(request, `${api}/analyses/${id}`);
    ids.push(id);
  }
  await context.close();
  const [first = '', second = ''] = ids;
  return [
    { name: 'signing in', path: '', isSignedOut: true },
    { name: 'the analyses', path: '' },
    { name: 'a result', path: `/analyses/${first}` },
    { name: 'two compared', path: `/compare?first=${first}&second=${second}` },
    { name: 'the runners', path: '/runners' },
    { name: 'a runner over time', path: `/runners/${subject.id}` },
    { name: 'API keys', path: '/account/keys' },
    { name: 'credits and usage', path: '/account/credits' },
    { name: 'the webhook', path: '/account/webhook' },
  ];
}

async function finished(request: APIRequestContext, address: string): Promise<void> {
  const endMs = performance.now() + analysisMs;
  while (performance.now() < endMs) {
    const { status } = (await bodyOf(request.get(address))) as { status: string };
    if (status === 'success') return;
    if (status === 'failed') throw new Error('the analysis failed');
    await sleep(250);
  }
  throw new Error('the analysis did not end');
}

async function loadsOf(browser: Browser, url: string, place: Place, rounds: number): Promise<PageLoad[]> {
  const found: PageLoad[] = [];
  // The first one warms up the server and the browser.
  for (let round = -1; round < rounds; round++) {
    const context = await browser.newContext();
    if (!place.isSignedOut) await signIn(context, url);
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== url) elsewhere.push(request.url());
    });
    await page.goto(`${url}/console${place.path}`, { waitUntil: 'networkidle' });
    const entries = await page.evaluate(() =>
      performance.getEntries().map((entry) => {
        const { name, startTime, encodedBodySize } = entry as unknown as Entry;
        return { name, startTime, ...(encodedBodySize === undefined ? {} : { encodedBodySize }) };
      }),
    );
    const paint = entries.find(({ name }) => name === 'first-contentful-paint');
    if (!paint) throw new Error(`${place.name} showed nothing`);
    const bytes = entries
      .filter(({ name }) => !name.startsWith(`${url}/media/`))
      .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0);
    if (round >= 0) found.push({ firstPaintMs: paint.startTime, bytes, elsewhere });
    await context.close();
  }
  return found;
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const data = { name: person.name, password };
  await bodyOf(context.request.post(`${url}/console/api/session`, { data, headers: headersOf(url) }));
}

const headersOf = (url: string) => ({ [consoleHeader]: '1', origin: url });

async function bodyOf(asked: ReturnType<APIRequestContext['post']>): Promise<unknown> {
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${answer.url()} was answered ${answer.status()}`);
  return answer.json();
}
