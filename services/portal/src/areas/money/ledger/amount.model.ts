/** An amount as the wire has it: fen as text. */
export interface Amount {
  readonly amount: string;
}

/** Sums fen without floating point. */
export function sumOf(amounts: readonly Amount[]): Amount {
  return { amount: String(amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n)) };
}

/** The first minus the second. */
export function less(left: Amount, right: Amount): Amount {
  return { amount: String(BigInt(left.amount) - BigInt(right.amount)) };
}

/** 元 as a number, only for the length of a bar or the width of a line; texts are made from the fen. */
export function plotted({ amount }: Amount): number {
  return Number(amount) / 100;
}

interface Sided {
  readonly debitAccountId: string;
  readonly amount: Amount;
}

export interface Balanced<Posting> {
  readonly posting: Posting;
  /** The change of the account by the posting. */
  readonly change: Amount;
  /** The balance after the posting. */
  readonly balance: Amount;
}

/** The balance of an account after each of its postings, which come oldest first. A credit adds, a debit takes away. */
export function runningBalances<Posting extends Sided>(
  postings: readonly Posting[],
  accountId: string,
): Balanced<Posting>[] {
  let balance = 0n;
  return postings.map((posting) => {
    const fen = BigInt(posting.amount.amount);
    const change = posting.debitAccountId === accountId ? -fen : fen;
    balance += change;
    return { posting, change: { amount: String(change) }, balance: { amount: String(balance) } };
  });
}
