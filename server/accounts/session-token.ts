import { createHash, randomBytes } from 'node:crypto';

/** What a browser is known by while somebody is signed in: 256 random bits. */
export const generateSessionToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it: SHA-256 in hexadecimal. It is looked up by it, which tells nothing that helps to guess the token. */
export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex');
