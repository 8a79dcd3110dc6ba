import { readFileSync, writeFileSync } from 'node:fs';
import { accuracyPage } from './accuracy-page.ts';
import { withMeasuredErrors } from './metrics-errors.ts';
import { docsPath } from './sectioned-page.ts';

export const metricsPath = docsPath('reference/metrics.md');

/** Fills the measured errors of docs/reference/metrics.md in from docs/accuracy.md. @returns The page's path. */
export function writeMetricsPage(): string {
  const page = readFileSync(metricsPath, 'utf8');
  writeFileSync(metricsPath, withMeasuredErrors(page, readFileSync(accuracyPage.path, 'utf8')));
  return metricsPath;
}
