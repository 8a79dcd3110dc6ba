import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../server/accounts/partner-people.ts';
import { momentOf } from '../../server/console/app/result/sync.ts';
import type { Details } from '../../server/details/details.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { somePassword } from '../support/console-client.ts';
import { sharedDemoClip } from '../support/shared-demo-clip.ts';
import { openWatched, seriousFindings, type WatchedPage } from '../support/watched-page.ts';

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
/** Of a busy machine. */
const soon = { timeout: 20_000 };

/** In the browser; this project's own types know no page. */
interface PageGlobals {
  readonly document: {
    readonly activeElement: { readonly tagName: string } | null;
    readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number; readonly lang: string };
  };
}

/** In the browser. */
interface PlayedVideo {
  readonly currentTime: number;
  readonly paused: boolean;
  readonly playbackRate: number;
  readonly controls: boolean;
  readonly duration: number;
}

/** Pixels by which a page is wider than its window. */
const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as unknown as PageGlobals).document.documentElement;
    return scrollWidth - clientWidth;
  });

const unfoldAll = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as unknown as { open: boolean }).open = true;
  });

describe('the console in a browser, with a real analysis', { timeout: 240_000 }, () => {
  let server: ApiServer;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let context: BrowserContext;
  let watched: WatchedPage;
  let page: Page;
  let clipPath: string;

  beforeAll(async () => {
    ({ path: clipPath } = await sharedDemoClip());
    server = await startApiServer({ workers: 1 });
    await addPerson(server.dataDir, { partner: 'Acme Running', name: 'Mia' }, somePassword);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: desktop, locale: 'en-GB', colorScheme: 'light' });
    watched = await openWatched(context, server.url);
    page = watched.page;
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const finished = () => page.locator('.badge-success');

  it('signs somebody in', async () => {
    await page.goto(`${server.url}/console`);
    await page.getByLabel('Name').fill('Mia');
    await page.getByLabel('Password').fill(somePassword);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'New analysis' }).waitFor();
  });

  it('adds a runner', async () => {
    await page.getByRole('link', { name: 'Runners' }).click();
    await page.getByLabel('Name').fill('Jonas Berg');
    await page.getByLabel('Height (m)').fill('1,75');
    await page.getByRole('button', { name: 'Add a runner' }).click();
    await page.getByRole('link', { name: 'Jonas Berg' }).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as PageGlobals).document.activeElement?.tagName)).toBe(
      'BUTTON',
    );
  });

  it('takes the focus to the heading of another page', async () => {
    await page.getByRole('link', { name: 'Analyses', exact: true }).click();
    await page.getByRole('heading', { name: 'New analysis' }).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as PageGlobals).document.activeElement?.tagName)).toBe(
      'H1',
    );
  });

  it('looks at clips before they are sent, and sends them one after the other', async () => {
    await page.locator('input[type=file]').setInputFiles([clipPath, clipPath]);
    const cards = page.locator('.clip-card');
    await expect.poll(() => cards.count(), soon).toBe(2);
    await expect
      .poll(() => cards.first().innerText(), soon)
      .toMatch(/5\.0 s[\s\S]*480 × 854, portrait[\s\S]*30 frames\/s/);
    expect(await cards.first().innerText()).toContain('Fewer than 50 frames per second');
    await page.getByLabel('On a treadmill').check();
    await page.getByRole('button', { name: 'Analyse 2 clips' }).click();
    await page.getByText('A pace such as 05:30, from 1:20 to 30:00, or a speed such as 10.9 km/h.').waitFor();
    await page.getByLabel('Pace (min:s per km)').fill('10.9 km/h');
    await page.getByText('05:30 min/km = 10.9 km/h').waitFor();
    await page.getByLabel('Runner', { exact: true }).selectOption({ label: 'Jonas Berg' });
    await page.getByRole('button', { name: 'Analyse 2 clips' }).click();
    await expect.poll(() => page.locator('.analysis-row').count(), soon).toBe(2);
    expect(await cards.count()).toBe(0);
  });

  it('says of an empty file that it cannot be sent', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(0) });
    await page.getByText('This does not look like a video.').waitFor();
    expect(await page.getByRole('button', { name: 'Analyse the clip' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove notes.mp4' }).click();
  });

  it('follows the analyses to their end', async () => {
    const progress = page.locator('.analysis-row progress').last();
    await expect.poll(() => progress.getAttribute('value').then(Number), { timeout: 120_000 }).toBeGreaterThan(0);
    await expect.poll(() => finished().count(), { timeout: 180_000, interval: 500 }).toBe(2);
    await expect.poll(() => page.locator('[aria-live=polite]').first().textContent(), soon).toContain('is done.');
    await expect.poll(() => page.locator('.thumbnail img').count(), soon).toBe(2);
  });

  it('plays the annotated video, and a curve makes it jump', async () => {
    await page.locator('.analysis-title a').first().click();
    const video = page.locator('video');
    const timeS = () => video.evaluate((element) => (element as unknown as { currentTime: number }).currentTime);
    await video.waitFor();
    await video.evaluate((element) => (element as unknown as { play: () => Promise<void> }).play());
    await expect.poll(timeS, soon).toBeGreaterThan(0.2);
    await video.evaluate((element) => (element as unknown as { pause: () => void }).pause());
    const curve = page.locator('.plot-pad[aria-valuemax="100"]').first();
    await curve.scrollIntoViewIfNeeded();
    const box = await curve.boundingBox();
    if (!box) throw new Error('the curve is not shown');
    await page.mouse.move(box.x + 0.3 * box.width, box.y + box.height / 2);
    const before = await timeS();
    const phase = Number(await curve.getAttribute('aria-valuenow'));
    expect(phase).toBeGreaterThan(5);
    await page.mouse.move(box.x + 0.7 * box.width, box.y + box.height / 2);
    await expect.poll(async () => Math.abs((await timeS()) - before), soon).toBeGreaterThan(0.1);
    const pointedAt = Number(await curve.getAttribute('aria-valuenow'));
    expect(pointedAt).toBeGreaterThan(phase + 20);
    // What is shown is that phase of a stride of the leg that leads, from the middle of its frame on.
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const details = (await page.evaluate(
      async (path) => (await fetch(path)).json(),
      `/console/api/analyses/${id}/details`,
    )) as Details;
    const moments = details.strides
      .filter(({ side }) => side === details.curves[0]?.side)
      .map((stride) => momentOf(stride, pointedAt));
    const shownS = await timeS();
    expect(Math.min(...moments.map((moment) => Math.abs(moment + 0.5 / 30 - shownS)))).toBeLessThan(0.005);
    await curve.press('ArrowRight');
  });

  it('plays, steps, slows and winds the video by keyboard, by controls that lie below it', async () => {
    const video = page.locator('video');
    const looked = () =>
      video.evaluate((element) => {
        const { currentTime, paused, playbackRate, controls, duration } = element as unknown as PlayedVideo;
        return { timeS: currentTime, paused, playbackRate, controls, durationS: duration };
      });
    const shownFrame = async () => Math.floor((await looked()).timeS * 30);
    const scrubber = page.getByRole('slider', { name: 'Position in the video' });
    await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
    await expect.poll(async () => (await looked()).paused, soon).toBe(false);
    await page.getByRole('button', { name: 'Pause' }).press('Space');
    await expect.poll(async () => (await looked()).paused, soon).toBe(true);
    await video.hover();
    // A browser's own would lie over the numbers at the picture's foot.
    expect((await looked()).controls).toBe(false);
    const picture = await video.boundingBox();
    const controls = await page.locator('.result-controls').boundingBox();
    expect(controls?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0));

    await scrubber.press('Home');
    await expect.poll(shownFrame, soon).toBe(0);
    for (const name of ['One frame on', 'One frame on', 'One frame back'])
      await page.getByRole('button', { name }).press('Enter');
    await expect.poll(shownFrame, soon).toBe(1);
    await scrubber.press('ArrowRight');
    await expect.poll(shownFrame, soon).toBe(2);
    await expect.poll(() => scrubber.getAttribute('aria-valuetext'), soon).toBe('0.07 seconds');
    await scrubber.press('End');
    await expect.poll(async () => (await looked()).timeS, soon).toBeGreaterThan((await looked()).durationS - 0.1);
    await page.getByLabel('Playback speed').selectOption({ label: '0.25×' });
    await expect.poll(async () => (await looked()).playbackRate, soon).toBe(0.25);
    await scrubber.press('Space');
    await expect.poll(async () => (await looked()).paused, soon).toBe(false);
    await video.click();
    await expect.poll(async () => (await looked()).paused, soon).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('speaks the other languages, and remembers', async () => {
    const choice = page.locator('footer select[name=language]');
    await choice.selectOption('ja');
    await page.getByRole('link', { name: 'ランナー' }).first().waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as PageGlobals).document.documentElement.lang)).toBe('ja');
    await choice.selectOption('de');
    await page.getByRole('link', { name: 'Mit einer anderen vergleichen' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Mit einer anderen vergleichen' }).waitFor();
    await page.setViewportSize(phone);
    expect(await widthBeyond(page)).toBe(0);
    // The longest words, with everything that is folded away.
    await choice.selectOption('fr');
    await page.getByRole('link', { name: 'Comparer avec une autre' }).waitFor();
    await unfoldAll(page);
    expect(await widthBeyond(page)).toBe(0);
    await page.setViewportSize(desktop);
    await choice.selectOption('en');
    await page.getByRole('link', { name: 'Compare with another' }).waitFor();
  });

  it('compares two analyses: the same clip twice differs in nothing', async () => {
    await page.getByRole('link', { name: 'Compare with another' }).click();
    const second = page.getByLabel('Second', { exact: true });
    await expect.poll(() => second.locator('option').count(), soon).toBe(3);
    const first = await page.getByLabel('First', { exact: true }).inputValue();
    const ids = await second
      .locator('option')
      .evaluateAll((options) =>
        options.map((option) => (option as unknown as { value: string }).value).filter(Boolean),
      );
    await second.selectOption(ids.find((id) => id !== first) ?? '');
    await page.getByText(/^0 of \d\d numbers differ/).waitFor();
    expect(await page.locator('.numbers .beyond').count()).toBe(0);
    expect(await page.locator('figure svg.plot').count()).toBeGreaterThan(4);
  });

  it('shows a runner’s numbers over time', async () => {
    await page.getByRole('link', { name: 'Runners' }).click();
    await page.getByRole('link', { name: 'Jonas Berg' }).click();
    await page.getByRole('heading', { name: 'Over time' }).waitFor();
    await expect.poll(() => page.locator('figure svg.plot').count(), soon).toBe(12);
  });

  it('makes a key that works, shows it once, and revokes it', async () => {
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByLabel('Label').fill('Treadmill app');
    await page.getByRole('button', { name: 'Create a key' }).click();
    const key = await page.locator('#created-key').inputValue();
    const listed = async () => (await fetch(`${server.url}/subjects?apiKey=${key}`)).status;
    expect(await listed()).toBe(200);
    await page.reload();
    await page.getByText('Treadmill app').waitFor();
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: 'Revoke: Treadmill app' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText(/^revoked/).waitFor();
    expect(await listed()).toBe(403);
  });

  it('has no serious finding, no sideways scrolling and no page above 300 kB, light and dark, wide and narrow', async () => {
    const id = await page.evaluate(async () => {
      const list = (await (await fetch('/console/api/analyses')).json()) as { analyses: { id: string }[] };
      const subjects = (await (await fetch('/console/api/subjects')).json()) as { subjects: { id: string }[] };
      return { analyses: list.analyses.map((analysis) => analysis.id), subject: subjects.subjects[0].id };
    });
    const paths = [
      '',
      `/analyses/${id.analyses[0]}`,
      '/runners',
      `/runners/${id.subject}`,
      `/compare?first=${id.analyses[0]}&second=${id.analyses[1]}`,
      '/account/keys',
      '/account/credits',
      '/account/webhook',
      '/account/person',
      '/nothing',
    ];
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${server.url}/console${path}`, { waitUntil: 'networkidle' });
      const bytes = await page.evaluate(() =>
        performance
          .getEntries()
          .map((entry) => entry as unknown as { name: string; encodedBodySize?: number })
          .filter(({ name }) => !name.includes('/media/'))
          .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0),
      );
      expect(bytes, path).toBeGreaterThan(30_000);
      expect(bytes, path).toBeLessThan(300_000);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const viewport of [desktop, phone]) {
          // Colours that are on their way to others are not looked at.
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize(viewport);
          const at = `${path} ${colorScheme} ${viewport.width}`;
          found.push(...(await seriousFindings(page)).map((finding) => `${at}: ${finding}`));
          const beyond = await widthBeyond(page);
          if (beyond > 0) found.push(`${at}: ${beyond} pixels beyond the page's width`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('signs out, and leaves nothing to see', async () => {
    await page.setViewportSize(desktop);
    await page.goto(`${server.url}/console`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(`${server.url}/console/runners`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('had no error and asked nobody else', () => {
    expect(watched.faults).toEqual([]);
  });
});
