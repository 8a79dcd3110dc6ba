import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** A page of a browser and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console and of scripts, requests to another place than `url`. */
  readonly faults: readonly string[];
}

/** Opens a page and watches it. */
export async function openWatched(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${url}/console`) && !address.startsWith(`${url}/media`) && !/^(blob|data):/.test(address))
      faults.push(`request: ${address}`);
  });
  return { page, faults };
}

interface AxeWindow {
  readonly axe: typeof axe;
}

/** What axe finds serious or critical in a page as it is shown now. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as AxeWindow).axe.run();
    return found.violations.map(({ id, impact, nodes }) => ({
      impact,
      text: `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    }));
  });
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ text }) => text);
}
