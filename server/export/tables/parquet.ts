import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Column, Table } from './table.ts';

const types = { number: 'DOUBLE', integer: 'INT32', text: 'STRING', boolean: 'BOOLEAN' } as const satisfies Record<
  Column['type'],
  string
>;

/** Apache Parquet, compressed with Snappy; null is not known. */
export const parquet = ({ columns, rows }: Table): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type }, i) => ({
        name,
        type: types[type],
        data: rows.map((row) => row[i] ?? null),
      })),
      createdBy: 'stridelab',
    }),
  );
