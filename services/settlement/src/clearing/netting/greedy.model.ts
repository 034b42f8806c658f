import type { Transfer } from './netting.model.js';

/** A party whose balance in fen is not zero: negative owes, positive receives. */
export interface OpenBalance {
  readonly party: string;
  readonly balance: bigint;
}

/**
 * Two pointers over debtors and creditors, each sorted once by falling amount. Every transfer closes a party, the
 * last one two: at most parties − 1 transfers, though not always the fewest.
 * @param open balances that sum to zero
 */
export function greedyTransfers(open: readonly OpenBalance[]): Transfer[] {
  const debtors = sorted(open.filter(({ balance }) => balance < 0n));
  const creditors = sorted(open.filter(({ balance }) => balance > 0n));
  const transfers: Transfer[] = [];
  for (let [debtorIndex, creditorIndex] = [0, 0]; ;) {
    const debtor = debtors[debtorIndex];
    const creditor = creditors[creditorIndex];
    if (debtor === undefined || creditor === undefined) return transfers;
    const amount = debtor.left < creditor.left ? debtor.left : creditor.left;
    transfers.push({ from: debtor.party, to: creditor.party, amount });
    debtor.left -= amount;
    creditor.left -= amount;
    if (debtor.left === 0n) debtorIndex += 1;
    if (creditor.left === 0n) creditorIndex += 1;
  }
}

/** Remaining amounts, largest first; ties are sorted by party, so that the order of the debts does not matter. */
function sorted(open: readonly OpenBalance[]): { readonly party: string; left: bigint }[] {
  return open
    .map(({ party, balance }) => ({ party, left: balance < 0n ? -balance : balance }))
    .sort((one, other) => {
      if (one.left !== other.left) return one.left > other.left ? -1 : 1;
      return one.party < other.party ? -1 : 1;
    });
}
