import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { demoRunner } from '../../fixtures/demo-clip.ts';
import { makeRunnerClip } from '../../fixtures/figure/runner-clip.ts';
import { backCamera } from '../../fixtures/keypoints/back-camera.ts';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import { addPerson } from '../../server/accounts/partner-people.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { ConsoleClient, somePassword } from '../support/console-client.ts';
import { smallClip } from '../support/small-clip.ts';
import { openWatched, seriousFindings, type WatchedPage } from '../support/watched-page.ts';

/** Of a busy machine. */
const soon = { timeout: 20_000 };

/** In the browser; this project's own types know no page. */
interface PageGlobals {
  readonly DataTransfer: new () => { readonly items: { add(file: unknown): void } };
  readonly File: new (parts: readonly Uint8Array[], name: string, options: { readonly type: string }) => unknown;
}

/** A box of an MP4 file that holds nothing (ISO/IEC 14496-12, 8.1.2). */
function freeBox(bytes: number): Buffer {
  const box = Buffer.alloc(bytes);
  box.writeUInt32BE(bytes, 0);
  box.write('free', 4);
  return box;
}

describe('the console in a browser, where things are refused, fail, end or are deleted', { timeout: 240_000 }, () => {
  let server: ApiServer;
  let browser: Browser;
  let context: BrowserContext;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    server = await startApiServer({ workers: 1, webhookHttp: true, webhookAllow: ['127.0.0.1'] });
    await addPerson(server.dataDir, { partner: 'Acme Running', name: 'Mia' }, somePassword);
    await createPartnerKey(server.dataDir, 'Empty', { credits: 0 });
    await addPerson(server.dataDir, { partner: 'Empty', name: 'Nele' }, somePassword);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    watched = await openWatched(context, server.url);
    page = watched.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const rows = () => page.locator('.analysis-row');
  const card = () => page.locator('.clip-card');
  const analyse = () => page.getByRole('button', { name: 'Analyse the clip' });
  const open = (path: string) => page.goto(`${server.url}/console${path}`);

  async function signIn(name: string, password = somePassword) {
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Drops a file as a mouse does. */
  async function drop(bytes: Uint8Array, name: string) {
    const dataTransfer = await page.evaluateHandle(
      ([base64, fileName]) => {
        const { DataTransfer, File } = globalThis as unknown as PageGlobals;
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], fileName, { type: 'video/mp4' }));
        return transfer;
      },
      [Buffer.from(bytes).toString('base64'), name] as const,
    );
    const zone = page.locator('.drop-zone');
    await zone.dispatchEvent('dragover', { dataTransfer });
    await expect.poll(() => zone.getAttribute('class')).toContain('drop-zone-over');
    await zone.dispatchEvent('drop', { dataTransfer });
    await card().getByText(name).waitFor();
    await expect.poll(() => card().getByText('Reading the file').count(), soon).toBe(0);
  }

  const remove = async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('lets nobody in with a wrong password', async () => {
    await open('');
    await signIn('Mia', 'something else altogether');
    await page.getByText('Name or password is wrong.').waitFor();
    await signIn('Mia');
    await page.getByRole('heading', { name: 'New analysis' }).waitFor();
  });

  it('says why the server takes no file that is no video', async () => {
    await drop(Buffer.from('a letter, and no video'.repeat(50)), 'letter.mp4');
    await page.getByLabel('Height (m)').fill('1,75');
    await analyse().click();
    await card().getByText('The file is not a video that can be read.').waitFor(soon);
    await page.getByRole('button', { name: 'Remove letter.mp4' }).click();
    expect(await rows().count()).toBe(0);
  });

  it('asks before an upload is left, and leaves nothing of it', async () => {
    const slow = await context.newCDPSession(page);
    await slow.send('Network.enable');
    const conditions = { offline: false, latency: 0, downloadThroughput: -1 };
    await slow.send('Network.emulateNetworkConditions', { ...conditions, uploadThroughput: 20_000 });
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await drop(Buffer.concat([await smallClip(90, 30), freeBox(400_000)]), 'slow.mp4');
    await analyse().click();
    await card()
      .getByText(/^Sending/)
      .waitFor(soon);
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await slow.detach();
    await page.getByText('No analyses yet.').waitFor(soon);
    expect(await card().count()).toBe(0);
  });

  it('says why an analysis failed, and deletes it', async () => {
    await drop(await smallClip(90, 30), 'empty-street.mp4');
    await page.getByLabel('Height (m)').fill('175');
    await analyse().click();
    await rows().getByText('Failed', { exact: true }).waitFor({ timeout: 60_000 });
    await rows().getByText('No runner was found.').waitFor();
    await rows().getByRole('link').click();
    await page.getByText('Film one runner whose whole body stays in the picture.').waitFor();
    await remove();
    await page.getByText('No analyses yet.').waitFor();
    await page.goBack();
    await page.getByText('This analysis does not exist.').waitFor();
    await page.getByRole('link', { name: 'To the analyses' }).click();
    await page.getByText('No analyses yet.').waitFor();
  });

  it('follows a back view through a reload to what came out', async () => {
    const outPath = join(server.dataDir, 'behind.mp4');
    const camera = backCamera({ widthPx: 240, heightPx: 428 });
    await makeRunnerClip({ runner: demoRunner, camera, fps: 30, durationS: 2.5, outPath });
    await page.getByLabel('From behind').check();
    await drop(await readFile(outPath), 'behind.mp4');
    await page.getByLabel('On a treadmill').check();
    await page.getByLabel('Pace (min:s per km)').fill('5:30');
    await page.getByLabel('Height (m)').fill('1.75');
    await analyse().click();
    await rows()
      .getByRole('link', { name: /^Back view, / })
      .waitFor(soon);
    await page.reload();
    await rows().getByText('Done').waitFor({ timeout: 120_000 });
    await rows().getByRole('link').click();
    await page.getByRole('heading', { name: 'Back view' }).waitFor();
    await page.getByText('Pelvic drop').first().waitFor(soon);
    expect(await page.locator('figure svg.plot').count()).toBeGreaterThan(2);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('shows in the list what a program starts, without being asked', async () => {
    await open('');
    // Nothing is under way, so that the page does not ask by itself.
    await expect.poll(() => rows().count(), soon).toBe(1);
    const form = new FormData();
    form.append('video', new Blob([await smallClip(90, 30)]), 'run.mp4');
    const answer = await fetch(`${server.url}/analysis/start?apiKey=${server.key}`, { method: 'POST', body: form });
    expect(answer.status).toBe(202);
    await expect.poll(() => rows().count(), soon).toBe(2);
    await rows().getByText('Failed', { exact: true }).waitFor({ timeout: 60_000 });
  });

  it('saves, tries and deletes a webhook', async () => {
    const events: string[] = [];
    const receiver = createServer((request, response) => {
      request.on('data', (data: Buffer) => void events.push(data.toString()));
      request.on('end', () => response.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void receiver.close());
    await once(receiver, 'listening');
    await open('/account/webhook');
    const address = page.getByLabel('Address (URL)');
    await address.fill('ftp://example.com/hook');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The address begins with https://').waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    await address.fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Saved /).waitFor();
    expect(await address.getAttribute('aria-invalid')).toBeNull();
    await page.getByRole('button', { name: 'Send a test event' }).click();
    await page.getByText('The address took the test event (HTTP 204).').waitFor(soon);
    expect(events.join()).toContain('webhook.test');
    receiver.close();
    receiver.closeAllConnections();
    await page.getByRole('button', { name: 'Send a test event' }).click();
    await page.getByText('The address did not take the test event').waitFor(soon);
    await remove();
    await page.getByText('None is saved.').waitFor();
  });

  it('rotates a key: the new one works, the old one no longer', async () => {
    await open('/account/keys');
    await page.getByLabel('Label').fill('Treadmill app');
    await page.getByRole('button', { name: 'Create a key' }).click();
    const shown = page.locator('#created-key');
    const first = await shown.inputValue();
    await page.getByRole('button', { name: 'Rotate: Treadmill app' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    await expect.poll(() => shown.inputValue(), soon).not.toBe(first);
    const status = async (key: string) => (await fetch(`${server.url}/subjects?apiKey=${key}`)).status;
    expect([await status(first), await status(await shown.inputValue())]).toEqual([403, 200]);
  });

  it('asks for particulars that can be, and deletes a runner', async () => {
    await open('/runners');
    await page.getByLabel('Name').fill('Jonas Berg');
    await page.getByLabel('Weight (kg)').fill('heavy');
    await page.getByText('A weight between 10 and 300 kg').waitFor();
    await page.getByRole('button', { name: 'Add a runner' }).click();
    await page.getByLabel('Weight (kg)').fill('68,5');
    await page.getByRole('button', { name: 'Add a runner' }).click();
    await page.getByRole('link', { name: 'Jonas Berg' }).click();
    await page.getByText('No analyses of this runner yet.').waitFor();
    expect(await page.getByLabel('Weight (kg)').inputValue()).toBe('68.5');
    await remove();
    await page.getByText('No runners yet.').waitFor();
    await page.goBack();
    await page.getByText('This runner no longer exists.').waitFor();
  });

  it('asks again who it is when the session has ended, and goes on where it was', async () => {
    await open('/account/credits');
    await page.getByText('Analyses are not charged on this server.').waitFor();
    await context.clearCookies();
    await page.getByRole('link', { name: 'Runners' }).click();
    await page.getByText('Your session has ended. Sign in again.').waitFor();
    await signIn('Mia');
    await page.getByRole('heading', { name: 'Runners' }).waitFor();
  });

  it('changes the password, which ends the other sessions', async () => {
    const elsewhere = new ConsoleClient(server.url);
    await elsewhere.signIn('Mia', somePassword);
    await open('/account/person');
    const change = async (current: string) => {
      await page.getByLabel('Current password').fill(current);
      await page.getByLabel('New password', { exact: true }).fill('four wild geese fly');
      await page.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('not the one it is');
    await page.getByText('The current password is wrong.').waitFor(soon);
    expect((await elsewhere.ask('GET', '/keys')).status).toBe(200);
    await change(somePassword);
    await page.getByText('The password is changed').waitFor(soon);
    expect((await elsewhere.ask('GET', '/keys')).status).toBe(401);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says that no credits are left', async () => {
    await open('');
    await signIn('Nele');
    await drop(await smallClip(90, 30), 'run.mp4');
    await page.getByLabel('Height (m)').fill('1.75');
    await analyse().click();
    await card().getByText('No credits are left.').waitFor(soon);
    expect(await rows().count()).toBe(0);
    // What was refused can be sent again.
    expect(await analyse().isEnabled()).toBe(true);
  });

  it('had no error of its own and asked nobody else', () => {
    // What the server refuses the browser tells too.
    expect(watched.faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
  });
});
