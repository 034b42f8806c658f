import { DomainError, normaliseIdentifier } from '@gongxiang/domain';

/** Normalises a sign-in name: a login in lower case, or the phone of the roster. */
export function normaliseAccount(account: string): string {
  return account.normalize('NFKC').trim().toLowerCase();
}

/**
 * Digits only, without the mainland's country code: `+86 138-0000-1234` → `13800001234`; any other country code
 * follows a plus: `00852 9123 4567` → `+85291234567`.
 */
export function normalisePhone(text: string): string {
  return normaliseIdentifier(text)
    .replace(/[-()]/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+86(?=1\d{10}$)/, '');
}

/** Mobile numbers of the mainland begin with 13 to 19; elsewhere up to 15 digits with the country code (E.164). */
const phonePattern = /^(1[3-9]\d{9}|\+(?!86)[1-9]\d{6,14})$/;

/**
 * Whether it is a mobile number of the mainland, or a foreign number with its country code. Landlines, which begin
 * with an area code, receive no text messages and cannot be used to sign in.
 */
export function isPhone(phone: string): boolean {
  return phonePattern.test(phone);
}

const accountPattern = /^[a-z][a-z0-9._-]{2,39}$/;

/** Whether it can be a login. A phone or a resident number never can. */
export function isAccount(account: string): boolean {
  return accountPattern.test(account);
}

/** Validates a chosen login, which must not look like a phone. @throws DomainError `ACCOUNT_FORMAT` */
export function checkAccount(text: string): string {
  const account = normaliseAccount(text);
  if (!isAccount(account)) throw new DomainError('ACCOUNT_FORMAT', { pointer: '/account' });
  return account;
}
