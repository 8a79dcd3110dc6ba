import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { SharedDocument } from './shared-document.ts';

it('puts in what it is given, tells its size in bytes, and copies nothing of the rest', async () => {
  const document = new SharedDocument(`é @ ${'x'.repeat(100_000)}@.`, '@');
  const { sizeBytes, stream } = document.filled('ü$&');
  const whole = `é ü$& ${'x'.repeat(100_000)}ü$&.`;
  expect(await text(stream)).toBe(whole);
  expect(sizeBytes).toBe(Buffer.byteLength(whole));
  const bytes = async (): Promise<readonly Buffer[]> => document.filled('ü').stream.toArray();
  const [first, second] = [await bytes(), await bytes()];
  const largest = (pieces: readonly Buffer[]) => pieces.find(({ length }) => length > 60_000)?.buffer;
  expect(largest(first)).toBeDefined();
  expect(largest(first)).toBe(largest(second));
});
