import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

interface ScryptCost {
  /** N, a power of 2. */
  readonly cost: number;
  /** r */
  readonly blockSize: number;
  /** p */
  readonly parallelization: number;
}

/** One of the settings of scrypt (Percival 2009) that OWASP's Password Storage Cheat Sheet holds equal: 32 MiB of memory a check. */
const today: ScryptCost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const [saltBytes, keyBytes] = [16, 32];

/** Hashes a password with a new salt: `scrypt$N$r$p$salt$key`, the last two in base64url. Takes about a tenth of a second. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, today);
  const { cost, blockSize, parallelization } = today;
  return ['scrypt', cost, blockSize, parallelization, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one that was hashed, in a time that does not depend on how much of it is right. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  const [, cost, blockSize, parallelization, salt, key] = hash.split('$');
  const right = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  });
  return timingSafeEqual(given, right);
}

/** One that no password matches, for names that nobody has: looking takes as long. */
export const unmatchable: string = ['scrypt', today.cost, today.blockSize, today.parallelization]
  .concat(randomBytes(saltBytes).toString('base64url'), randomBytes(keyBytes).toString('base64url'))
  .join('$');

function derive(password: string, salt: BinaryLike, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.cost * cost.blockSize };
  return new Promise((resolve, reject) => {
    // Two ways to type one letter are one password (NIST SP 800-63B, 3.1.1.2).
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
