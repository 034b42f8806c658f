import { continueTrace } from '@gongxiang/observability';
import { type Transactions, writeAudit } from '@gongxiang/persistence';
import type { PersonalData } from '../../persons/crypto/personal-data.js';
import { byNobody, type EntryCodeIssuer, type IssuedCode } from '../entry-code/entry-code-issuer.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { signInNameOf } from '../../access/session/sign-in-name.js';

/**
 * A printed code for another password, as the last way in where nobody can sign in who could issue or confirm one. Whoever runs
 * the installation holds the database and its keys anyway: nobody confirms it, and it stands in the audit trail.
 * @param account phone or login
 * @returns null where nobody signs in by it
 */
export function printOperatorsCode(
  transactions: Transactions,
  { personalData, issuer }: { readonly personalData: PersonalData; readonly issuer: EntryCodeIssuer },
  account: string,
): Promise<IssuedCode | null> {
  const people = new PersonRepository();
  const name = signInNameOf(personalData, account);
  return transactions.system(continueTrace(undefined), async (tx) => {
    const person = await people.findToSignIn(tx, name.account, name.phoneHash);
    if (person === null) return null;
    const wanted = { personId: person.id, purpose: 'passwordReset', ...byNobody } as const;
    const issued = await issuer.print(tx, wanted);
    await writeAudit([tx], 'membership.entry-code.issue');
    return issued;
  });
}
