import { writeMetricsPage } from './metrics-page.ts';

// Part of `npm run docs`: what the page of metrics quotes from the page of accuracy.
process.stdout.write(`${writeMetricsPage()}\n`);
