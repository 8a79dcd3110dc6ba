import { renderToStaticMarkup } from 'preact-render-to-string';
import type { ReportInput } from '../../../report/report-input.ts';
import { ReportDocument } from './report-document.tsx';

/** The report as one file, see `ReportRenderer`. */
export const renderReport = (input: ReportInput): string =>
  `<!doctype html>\n${renderToStaticMarkup(<ReportDocument {...input} />)}\n`;
