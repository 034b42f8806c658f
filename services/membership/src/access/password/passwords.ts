import { DomainError } from '@gongxiang/domain';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { type OwnData, passwordFlaw } from './password.model.js';

/** Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP password storage cheat sheet. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Computed once, so that a sign-in to an unknown account takes as long as one to a known account. */
const dummyHash = hash('a password that nobody has', cost);

/** Leaked passwords, most of them shorter than our minimum; with common suffixes they are long enough. */
export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * @param pointer the field of the request that holds the password
 * @throws DomainError `PASSWORD_COMMON`, `PASSWORD_OWN_DATA`, `PASSWORD_REPEATS`
 */
export function checkPassword(password: string, own: OwnData, pointer: string): void {
  const flaw = passwordFlaw(password, own, commonPasswords);
  if (flaw !== null) throw new DomainError(flaw, { pointer });
}

/** Takes tens of milliseconds on another thread: never call it within a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** @param storedHash null if there is no account: the result is false, after the same time */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(storedHash ?? (await dummyHash), password);
  return storedHash !== null && isRight;
}
