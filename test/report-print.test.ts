import { expect, it, onTestFinished } from 'vitest';
import { toDetails } from '../server/details/to-details.ts';
import { reportHtml } from '../server/report/report-html.ts';
import { launchBrowser } from './support/browser.ts';
import { sampleAnalysis } from './support/sample-analysis.ts';

/** In the browser; this project's own types know no page. */
interface PageGlobals {
  getComputedStyle(element: unknown): Readonly<Record<string, string>>;
}

it('keeps what introduces the numbers beside them on paper, and warnings apart from what follows', async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  const details = toDetails(sampleAnalysis(), { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' });
  const { signal } = new AbortController();
  await page.setContent(await reportHtml({ details, videoPath: null, analysedAt: null }, { language: 'en', signal }));
  const styles = (selector: string, property: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll(
        (all, name) => all.map((one) => (globalThis as unknown as PageGlobals).getComputedStyle(one)[name] ?? ''),
        property,
      );
  const introducing = 'section[aria-labelledby=result-numbers] > :not(.result-groups)';
  const after = await styles(introducing, 'breakAfter');
  expect(after.length).toBeGreaterThanOrEqual(3);
  expect(new Set(after)).toEqual(new Set(['avoid']));
  expect(new Set(await styles('.result-notes', 'breakInside'))).toEqual(new Set(['avoid']));
  const [margin = ''] = await styles('.result-caution', 'marginBottom');
  expect(Number.parseFloat(margin)).toBeGreaterThan(10);
});
