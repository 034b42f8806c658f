import { DomainError } from '@gongxiang/domain';

/** What an approver of a union may pass alone; null: anything. */
export interface PassingLimit {
  readonly limitFen: bigint | null;
}

/**
 * Whether somebody may pass an entry of this amount: one of the unions at which he approves has to allow it. Who approves
 * nowhere is bound by no limit: that he may post at all is another rule's to say.
 * @param standing the limits of the unions at which he approves
 * @returns null, or 403 `AMOUNT_LIMIT` with the highest of these limits in fen
 */
export function passingRefusal(amountFen: bigint, standing: readonly PassingLimit[]): DomainError | null {
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
 * What an entry adds to each of its accounts: credits less debits. An account that is on both sides is asked about its own
 * net (E81), not about one side of it.
 */
export function changesOf(postings: readonly Leg[]): Map<string, bigint> {
  const changes = new Map<string, bigint>();
  for (const { debitAccount, creditAccount, amountFen } of postings) {
    changes.set(debitAccount, (changes.get(debitAccount) ?? 0n) - amountFen);
    changes.set(creditAccount, (changes.get(creditAccount) ?? 0n) + amountFen);
  }
  return changes;
}

/** An account that may not go further below zero than its rule says. */
export interface Bounded {
  readonly accountId: string;
  readonly party: string;
  readonly limitFen: bigint;
  /** Before the entry. */
  readonly balanceFen: bigint;
}

/**
 * An entry that takes nothing from an account is never stopped at it, however far below zero it stands.
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
