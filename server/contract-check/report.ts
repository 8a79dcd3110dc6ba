import Table from 'cli-table3';
import { decisions } from '../contract/decisions/catalogue.ts';
import type { LiveCheck } from './check-live.ts';
import type { Difference } from './difference.ts';

/** What a check of the contract found. */
export interface ContractReport {
  readonly differences: readonly Difference[];
  /** Null where no server was asked. */
  readonly live: readonly LiveCheck[] | null;
}

export const differs = ({ differences, live }: ContractReport): boolean =>
  differences.length > 0 || (live ?? []).some(({ problems }) => problems.length > 0);

/** What a person reads. */
export function reportText(report: ContractReport): string {
  const { differences, live } = report;
  return [documentText(differences), ...(live === null ? [] : [liveText(live)]), ...touchedText(report)].join('\n\n');
}

function documentText(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'The two documents say the same.';
  const breaking = differences.filter((one) => one.breaking);
  const others = differences.filter((one) => !one.breaking);
  return [
    `${differences.length} differences, ${breaking.length} of which a client can trip over.`,
    ...(breaking.length > 0 ? ['A client written for theirs can trip over:', differenceTable(breaking)] : []),
    ...(others.length > 0 ? ['Harmless to a client:', differenceTable(others)] : []),
  ].join('\n');
}

function differenceTable(differences: readonly Difference[]): string {
  const table = new Table({
    head: ['Where', 'What', 'Theirs', 'Ours', 'Decision'],
    style: { head: [], border: [] },
    colWidths: [46, 20, 24, 24, 22],
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  for (const { method, path, part, place, kind, theirs, ours, decisions: touched } of differences) {
    const where = [
      method === null ? path : `${method} ${path}`,
      part === 'path' || part === 'operation' ? '' : part,
      place,
    ];
    table.push([
      where.filter((word) => word !== '').join('\n'),
      kind.replaceAll('_', ' '),
      theirs,
      ours,
      touched.join(', ') || '–',
    ]);
  }
  return table.toString();
}

function liveText(live: readonly LiveCheck[]): string {
  const wrong = live.filter(({ problems }) => problems.length > 0);
  const head = `${live.length} live answers held against their document: ${live.length - wrong.length} fit, ${wrong.length} do not.`;
  const lines = wrong.flatMap(({ method, path, purpose, status, problems }) => [
    `${method} ${path} (${purpose}): HTTP ${status}`,
    ...problems.map(({ place, message }) => `  ${place === '' ? '' : `${place} `}${message}`),
  ]);
  return [head, ...lines].join('\n');
}

function touchedText({ differences, live }: ContractReport): string[] {
  const ids = new Set([...differences, ...(live ?? [])].flatMap(({ decisions: touched }) => touched));
  if (ids.size === 0) return [];
  const lines = [...ids].map((id) => `  ${id}: ${decisions[id].subject}. To change it: ${decisions[id].change}`);
  return [['Decisions touched (docs/known-differences.md):', ...lines].join('\n')];
}
