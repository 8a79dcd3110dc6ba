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
  const isNameFew = [...name].length < shortestNameHeld || length >= 2 * passwordLength.minimum;
  return !isNameFew && password.toLowerCase().includes(name.toLowerCase())
    ? 'a password does not hold the name of the person'
    : null;
}

/** A name of fewer characters stands in many passwords by chance, and makes none easier to guess. */
const shortestNameHeld = 3;

/** A new password of 144 random bits: so long that a name which it holds by chance is no matter. */
export const generatePassword = (): string => randomBytes(18).toString('base64url');
