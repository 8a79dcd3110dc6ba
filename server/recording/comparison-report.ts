import { decisions } from '../contract/decisions/catalogue.ts';
import type { ComparedExchange, RecordingDifference } from './compare-recording.ts';

/** What a person reads of a comparison. */
export function comparisonText(compared: readonly ComparedExchange[]): string {
  const wrong = compared.filter(({ differences }) => differences.length > 0);
  const skipped = compared.filter(({ notAsked }) => notAsked !== null);
  return [
    `${compared.length} recorded answers: ${compared.length - wrong.length} as ours, ${wrong.length} differ.`,
    ...wrong.map(exchangeText),
    ...(skipped.length === 0
      ? []
      : [
          [
            'Not asked again:',
            ...skipped.map(({ number, method, path, notAsked }) => `  ${number}. ${method} ${path}: ${notAsked}`),
          ].join('\n'),
        ]),
    ...touchedText(wrong),
  ].join('\n\n');
}

const exchangeText = ({ number, method, path, status, differences }: ComparedExchange): string =>
  [`${number}. ${method} ${path}: HTTP ${status}`, ...differences.map((one) => `   ${differenceText(one)}`)].join('\n');

function differenceText({ kind, place, theirs, ours }: RecordingDifference): string {
  const where = place === '' ? '' : `${place}: `;
  return kind === 'contract' ? `not in our contract: ${where}${theirs}` : `${where}${kind} ${theirs}, ours ${ours}`;
}

function touchedText(wrong: readonly ComparedExchange[]): string[] {
  const ids = [...new Set(wrong.flatMap((one) => one.decisions))];
  if (ids.length === 0) return [];
  const lines = ids.map((id) => `  ${id}: ${decisions[id].subject}. To change it: ${decisions[id].change}`);
  return [['Decisions touched (docs/known-differences.md):', ...lines].join('\n')];
}
