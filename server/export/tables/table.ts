export type Cell = number | string | boolean | null;

export interface Column {
  /** With its unit, `touchdown_s`. */
  readonly name: string;
  readonly type: 'number' | 'integer' | 'text' | 'boolean';
}

/** A tidy table: one observation a row, one quantity a column. */
export interface Table {
  readonly columns: readonly Column[];
  /** Cells in the order of the columns; null where nothing is known. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A quantity and how it is read from whatever a row is about. */
export type Field<Row> = Column & { readonly of: (row: Row, index: number) => Cell };

export const tableOf = <Row>(fields: readonly Field<Row>[], rows: readonly Row[]): Table => ({
  columns: fields.map(({ name, type }) => ({ name, type })),
  rows: rows.map((row, index) => fields.map(({ of }) => of(row, index))),
});
