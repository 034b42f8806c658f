import { DomainError } from '@gongxiang/domain';

/** Money moves from the credit account to the debit account, so every posting is balanced by construction. */
export interface Posting {
  readonly debitAccount: string;
  readonly creditAccount: string;
  /** Fen, above zero: the accounts express the direction, never the sign. */
  readonly amountFen: bigint;
}

/** An indivisible set of postings; it is never changed, only reversed. */
export interface Entry<Leg extends Posting = Posting> {
  readonly postings: readonly Leg[];
  /** The entry that this one reverses; null for an original entry. */
  readonly reversalOf: string | null;
}

/** The owner of an account; a party has several accounts. */
type PartyOfAccount = (account: string) => string | null;

/**
 * Validates an entry before it is posted.
 * @param partyOf the owner of an account; null if it has no owner, such as a clearing account
 * @throws DomainError 422: `EMPTY_ENTRY`, `POSTING_NOT_POSITIVE`, `SAME_ACCOUNT`, `PAYER_IS_PAYEE` (E84), each with
 * the pointer of the posting
 */
export function checkEntry(entry: Pick<Entry, 'postings'>, partyOf: PartyOfAccount = () => null): void {
  if (entry.postings.length === 0) fail('EMPTY_ENTRY', '/postings');
  for (const [index, { debitAccount, creditAccount, amountFen }] of entry.postings.entries()) {
    const pointer = `/postings/${index}`;
    if (amountFen <= 0n) fail('POSTING_NOT_POSITIVE', `${pointer}/amountFen`);
    if (debitAccount === creditAccount) fail('SAME_ACCOUNT', `${pointer}/creditAccount`);
    const payee = partyOf(debitAccount);
    if (payee !== null && payee === partyOf(creditAccount)) fail('PAYER_IS_PAYEE', pointer);
  }
}

/**
 * The exact negation of an entry's legs (E82): debit and credit are swapped, amounts stay. It is never recomputed
 * from a rule, which may have changed since. The database guarantees that an entry is reversed only once.
 * @throws DomainError 422 `REVERSAL_OF_REVERSAL` (E80); `EMPTY_ENTRY`
 */
export function reversalOf<Leg extends Posting>(entry: Entry<Leg>): Leg[] {
  if (entry.reversalOf !== null) fail('REVERSAL_OF_REVERSAL', '');
  if (entry.postings.length === 0) fail('EMPTY_ENTRY', '/postings');
  return entry.postings.map((leg) => ({
    ...leg,
    debitAccount: leg.creditAccount,
    creditAccount: leg.debitAccount,
  }));
}

function fail(code: string, pointer: string): never {
  throw new DomainError(code, { pointer });
}
