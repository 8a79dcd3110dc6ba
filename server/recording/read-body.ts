import type { RecordedBody, RecordedPart } from './exchange.ts';
import type { Scrubber } from './scrubber.ts';

/** What is kept of a body. What cannot be read as what it says it is is kept as a number of bytes. */
export async function readBody(type: string | null, bytes: Buffer, scrubber: Scrubber): Promise<RecordedBody> {
  if (bytes.length === 0) return { kind: 'none' };
  const kind = (type ?? '').split(';')[0].trim().toLowerCase();
  const unread: RecordedBody = { kind: 'bytes', type: kind, length: bytes.length };
  if (kind === 'application/x-ndjson') {
    const values = bytes.toString().trimEnd().split('\n').map(parsed);
    return values.includes(unreadable) ? unread : { kind: 'lines', values: values.map((one) => scrubber.json(one)) };
  }
  if (kind === 'application/json' || kind.endsWith('+json')) {
    const value = parsed(bytes.toString());
    return value === unreadable ? unread : { kind: 'json', value: scrubber.json(value) };
  }
  if (kind === 'multipart/form-data' || kind === 'application/x-www-form-urlencoded')
    return readForm(type ?? '', bytes, scrubber, unread);
  return unread;
}

async function readForm(type: string, bytes: Buffer, scrubber: Scrubber, unread: RecordedBody): Promise<RecordedBody> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return { kind: 'form', parts: [...form].map(([name, value]) => readPart(name, value, scrubber)) };
  } catch (error) {
    // What a client sends wrongly is part of what is recorded, but its bytes could hold anything.
    if (error instanceof TypeError) return unread;
    throw error;
  }
}

const readPart = (name: string, value: File | string, scrubber: Scrubber): RecordedPart =>
  typeof value === 'string'
    ? { name, value: scrubber.field(name, value) }
    : { name, file: { name: scrubber.fileName(value.name), type: value.type, length: value.size } };

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}
