import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const marker = 'slk_';
const prefixLength = 8;

/** A new key: 256 random bits behind a mark that secret scanners can look for. */
export const generateApiKey = (): string => `${marker}${randomBytes(32).toString('base64url')}`;

/** The part that a key is looked up by. It is stored and shown; the rest is not. */
export const apiKeyPrefix = (key: string): string => key.slice(0, marker.length + prefixLength);

/** SHA-256 in hexadecimal; a key of 256 random bits needs no slower hash. */
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Compares a key with a stored hash in constant time. */
export const matchesHash = (key: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashApiKey(key), 'hex'), Buffer.from(hash, 'hex'));
