import { readSync, writeSync } from 'node:fs';
import { type Message, messageDescriptor, recordHeaderBytes } from '../protocol.ts';

/** Fills `target` from stdin; false when stdin ends first. */
function readFully(target: Buffer): boolean {
  let filled = 0;
  while (filled < target.length) {
    const count = readSync(0, target, filled, target.length - filled, null);
    if (count === 0) return false;
    filled += count;
  }
  return true;
}

/** Next record of stdin, or null when stdin ends. The parent's pipe blocks, which is the flow control. */
export function readRecord(): Buffer | null {
  const header = Buffer.alloc(recordHeaderBytes);
  if (!readFully(header)) return null;
  const record = Buffer.alloc(header.readUInt32LE());
  return readFully(record) ? record : null;
}

/** Writes all bytes to a descriptor, blocking while the reader is behind. */
export function writeFully(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** Sends one message to the parent. */
export function sendMessage(message: Message): void {
  writeFully(messageDescriptor, Buffer.from(`${JSON.stringify(message)}\n`));
}
