import { DomainError, normaliseIdentifier } from '@gongxiang/domain';

/** What a person signs in with: a login in lower case, or the phone that stands in the roster. */
export function normaliseAccount(account: string): string {
  return account.normalize('NFKC').trim().toLowerCase();
}

/**
 * Digits alone, without the country code of the mainland: `+86 138-0000-1234` → `13800001234`; any other country code stands
 * behind a plus: `00852 9123 4567` → `+85291234567`.
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
 * Is it a mobile number of the mainland, or a number from elsewhere with its country code? A line in an office, which begins with
 * its area, gets no text message and signs nobody in.
 */
export function isPhone(phone: string): boolean {
  return phonePattern.test(phone);
}

const accountPattern = /^[a-z][a-z0-9._-]{2,39}$/;

/** Can it be a login at all? A phone or a resident number that is typed in its place never is. */
export function isAccount(account: string): boolean {
  return accountPattern.test(account);
}

/** A login that someone chooses; never one that looks like a phone. @throws DomainError `ACCOUNT_FORMAT` */
export function checkAccount(text: string): string {
  const account = normaliseAccount(text);
  if (!isAccount(account)) throw new DomainError('ACCOUNT_FORMAT', { pointer: '/account' });
  return account;
}
