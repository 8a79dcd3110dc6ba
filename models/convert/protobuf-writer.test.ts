import { expect, test } from 'vitest';
import { ProtobufWriter } from './protobuf-writer.ts';

test('integers are varints', () => {
  expect([...new ProtobufWriter().integer(1, 150).finish()]).toEqual([0x08, 0x96, 0x01]);
  const negative = new ProtobufWriter().integer(1, -1).finish();
  expect([...negative]).toEqual([0x08, ...new Array(9).fill(0xff), 0x01]);
});

test('a nested message carries its length', () => {
  const inner = new ProtobufWriter().bytes(2, 'ab').integer(3, 1);
  expect([...new ProtobufWriter().bytes(16, inner).finish()]).toEqual([0x82, 0x01, 6, 0x12, 2, 0x61, 0x62, 0x18, 1]);
});
