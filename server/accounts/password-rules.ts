import { randomBytes } from 'node:crypto';

/** Characters that a password has at least, and at most. */
export const passwordLength = { minimum: 12, maximum: 200 } as const;

/** What is wrong with a new password; null when it can be used. What it consists of is not prescribed (NIST SP 800-63B, 3.1.1.2). */
export function passwordFault(password: string, name: string): string | null {
  const length = [...password].length;
  if (length < passwordLength.minimum) return `a password has at least ${passwordLength.minimum} characters`;
  if (length > passwordLength.maximum) return `a password has at most ${passwordLength.maximum} characters`;
  if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'a password has no control characters';
  if (new Set(password.toLowerCase()).size < 4) return 'a password has more than three different characters';
  return password.toLowerCase().includes(name.toLowerCase()) && [...password].length < 2 * passwordLength.minimum
    ? 'a password does not hold the name of the person'
    : null;
}

/** A new password of 120 random bits. */
export const generatePassword = (): string => randomBytes(15).toString('base64url');
