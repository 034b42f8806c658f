import type { PersonalData } from '../../persons/crypto/personal-data.js';
import { isAccount, isPhone, normaliseAccount, normalisePhone } from '../../persons/person/person.model.js';

/** What somebody typed to say who signs in, as it is looked up. */
export interface SignInName {
  /** Null for what cannot be a login, such as a number of some kind: a database that logs its statements must not be told it. */
  readonly account: string | null;
  readonly phoneHash: string;
  /** By which tries are counted: a phone can be written in endless ways, each of which would get tries of its own. */
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
