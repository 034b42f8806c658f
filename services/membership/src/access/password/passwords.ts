import { DomainError } from '@gongxiang/domain';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { type OwnData, passwordFlaw } from './password.model.js';

/** Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP password storage cheat sheet. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Made once: a sign-in to an account that does not exist takes as long as one to an account that does. */
const nobodysHash = hash('a password that nobody has', cost);

/** Those of leaks, most of them shorter than ours may be: with what people put behind them they are long enough. */
export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * @param pointer the field of the request that holds the password
 * @throws DomainError `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS`
 */
export function checkPassword(password: string, own: OwnData, pointer: string): void {
  const flaw = passwordFlaw(password, own, commonPasswords);
  if (flaw !== null) throw new DomainError(flaw, { pointer });
}

/** Takes tens of milliseconds on another thread: never within a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** @param storedHash null where there is no account: the answer is false, after the same time */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(storedHash ?? (await nobodysHash), password);
  return storedHash !== null && isRight;
}
