import { DomainError } from '@gongxiang/domain';

/** The amount an approver of a union may approve alone; null for no limit. */
interface ApprovalLimit {
  readonly limitFen: bigint | null;
}

/**
 * Whether somebody may approve an entry of this amount: one of the unions at which they approve must allow it. A
 * person who approves nowhere has no limit; another rule decides whether they may post at all.
 * @param standing the limits of the unions at which they approve
 * @returns null, or 403 `AMOUNT_LIMIT` with the highest of these limits in fen
 */
export function approvalRefusal(amountFen: bigint, standing: readonly ApprovalLimit[]): DomainError | null {
  if (standing.length === 0) return null;
  if (standing.some(({ limitFen }) => limitFen === null || limitFen >= amountFen)) return null;
  const limits = standing.map(({ limitFen }) => limitFen ?? 0n);
  const highest = limits.reduce((left, right) => (left > right ? left : right));
  const params = { limitFen: String(highest), amountFen: String(amountFen) };
  return new DomainError('AMOUNT_LIMIT', { params });
}

interface Leg {
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly amountFen: bigint;
}

/**
 * The change of each account by an entry: credits less debits. An account on both sides is checked by its net change
 * (E81), not by one side.
 */
export function changesOf(postings: readonly Leg[]): Map<string, bigint> {
  const changes = new Map<string, bigint>();
  for (const { debitAccount, creditAccount, amountFen } of postings) {
    changes.set(debitAccount, (changes.get(debitAccount) ?? 0n) - amountFen);
    changes.set(creditAccount, (changes.get(creditAccount) ?? 0n) + amountFen);
  }
  return changes;
}

/** An account with an overdraft limit. */
interface Bounded {
  readonly accountId: string;
  readonly party: string;
  readonly limitFen: bigint;
  /** The balance before the entry. */
  readonly balanceFen: bigint;
}

/**
 * An entry that does not decrease an account is never refused because of it, however far below zero its balance is.
 * @param changes see {@link changesOf}
 * @throws DomainError 409 `OVERDRAFT_LIMIT` with the party and both amounts in fen
 */
export function requireCover(changes: ReadonlyMap<string, bigint>, bounded: readonly Bounded[]): void {
  for (const { accountId, party, limitFen, balanceFen } of bounded) {
    const change = changes.get(accountId) ?? 0n;
    const after = balanceFen + change;
    if (change >= 0n || after >= -limitFen) continue;
    const params = { party, limitFen: String(limitFen), overdrawnFen: String(-after) };
    throw new DomainError('OVERDRAFT_LIMIT', { params });
  }
}
