import type { PageRequest } from './analysis-pages.ts';
import type { SqlValue } from './sql-database.ts';

/** How a selection of a partner's analyses is read piece by piece. */
export interface NewestFirst {
  readonly firstPage: string;
  readonly nextPage: string;
}

/** @param selection Statement without an order, as far as its last condition. */
export function newestFirst(selection: string): NewestFirst {
  const order = 'ORDER BY created_at DESC, rowid DESC LIMIT ?';
  // One that was deleted meanwhile still has its place.
  const after = 'AND (created_at, rowid) < (SELECT created_at, rowid FROM analyses WHERE id = ? AND partner_id = ?)';
  return { firstPage: `${selection} ${order}`, nextPage: `${selection} ${after} ${order}` };
}

/** The statement for a page, and what stands for its question marks. */
export function askedPage(
  { firstPage, nextPage }: NewestFirst,
  partnerId: string,
  { subjectId, limit, before }: PageRequest,
): readonly [text: string, ...values: SqlValue[]] {
  const whose = subjectId === null ? [partnerId] : [partnerId, subjectId];
  return before === null ? [firstPage, ...whose, limit] : [nextPage, ...whose, before, partnerId, limit];
}
