import { continueTrace } from '@gongxiang/observability';
import { type Transactions, writeAudit } from '@gongxiang/persistence';
import type { PersonalData } from '../../persons/crypto/personal-data.js';
import { withoutIssuer, type EntryCodeIssuer, type IssuedCode } from '../entry-code/entry-code-issuer.js';
import type { AccountNews } from '../../access/account-news/account-news.js';
import type { FactorClearing } from '../../access/second-factor/factor-clearing.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { signInNameOf } from '../../access/session/sign-in-name.js';

interface Tools {
  readonly personalData: PersonalData;
  readonly issuer: EntryCodeIssuer;
  readonly factors: FactorClearing;
  readonly news: AccountNews;
}

/**
 * Prints a password-reset code as the last resort when nobody can sign in who could issue or confirm one. The
 * operator of the installation has access to the database and its keys anyway, so nobody confirms it; it is recorded
 * in the audit trail.
 * @param account phone or login
 * @param clearsFactors also removes authenticator app, passkeys and recovery codes, where all of them are lost
 * @returns null if nobody signs in with it
 */
export function printOperatorsCode(
  transactions: Transactions,
  { personalData, issuer, factors, news }: Tools,
  account: string,
  { clearsFactors = false } = {},
): Promise<IssuedCode | null> {
  const people = new PersonRepository();
  const name = signInNameOf(personalData, account);
  return transactions.system(continueTrace(undefined), async (tx) => {
    const person = await people.findToSignIn(tx, name.account, name.phoneHash);
    if (person === null) return null;
    const request = { personId: person.id, purpose: 'passwordReset', ...withoutIssuer } as const;
    const issued = await issuer.print(tx, request);
    await news.tell(tx, person, 'resetCodeReady', issued.row.id);
    if (clearsFactors) await factors.clear(tx, person);
    await writeAudit([tx], 'membership.entry-code.issue');
    return issued;
  });
}
