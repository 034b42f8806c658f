import type { PersonalData } from '../../persons/crypto/personal-data.js';
import { isAccount, isPhone, normaliseAccount, normalisePhone } from '../../persons/person/person.model.js';

/** The typed sign-in name in the forms in which it is looked up. */
export interface SignInName {
  /**
   * Null for text that cannot be a login, such as a resident number, which must not reach the statement log of a
   * database.
   */
  readonly account: string | null;
  readonly phoneHash: string;
  /**
   * The key by which attempts are counted: a phone can be written in many ways, which must not have separate counts.
   */
  readonly triesHash: string;
}

export function signInNameOf(personalData: PersonalData, typed: string): SignInName {
  const account = normaliseAccount(typed);
  const phone = normalisePhone(typed);
  return {
    account: isAccount(account) ? account : null,
    phoneHash: personalData.hash('phone', phone),
    triesHash: personalData.hash('account', isPhone(phone) ? phone : account),
  };
}
