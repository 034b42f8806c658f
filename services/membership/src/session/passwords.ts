import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP password storage cheat sheet. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Made once: a sign-in to an account that does not exist takes as long as one to an account that does. */
const nobodysHash = hash('a password that nobody has', cost);

/** Takes tens of milliseconds on another thread: never within a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** @param storedHash null where there is no account: the answer is false, after the same time */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(storedHash ?? (await nobodysHash), password);
  return storedHash !== null && isRight;
}
