import type { ByteRange } from '../store/media/stored-file.ts';

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.2).
 *
 * @returns Null for the whole file: no header, another unit, a form that cannot be read, or several ranges, which a
 *   server may ignore. `unsatisfiable` when the part lies outside the file.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '');
  if (match === null) return null;
  const [, first, last] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
