import type { IncomingHttpHeaders } from 'node:http';

/** What a file is told apart by. */
export interface Validators {
  /** Strong, with its quotation marks. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

const tag = /(?:W\/)?("[^"]*")/g;

/**
 * Whether the client has the file already (RFC 9110, 13.1.2 and 13.1.3): `If-None-Match` names its tag, weak or strong, or any; only
 * without it does `If-Modified-Since` count.
 */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, modifiedMs }: Validators): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.trim() === '*' || [...known.matchAll(tag)].some(([, opaque]) => opaque === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(modifiedMs / 1000) * 1000 <= since;
}
