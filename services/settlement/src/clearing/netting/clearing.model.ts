/** A debt of one kind of money, in fen. */
interface FundDebt<Fund extends string> {
  readonly from: string;
  readonly to: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/**
 * The bilateral balances of debts: the net amount per pair of parties and kind of money. Pairs with a zero balance
 * are omitted. Pairs keep the order of their first appearance.
 */
export function bilateralBalances<Fund extends string>(debts: readonly FundDebt<Fund>[]): FundDebt<Fund>[] {
  const byPair = new Map<string, FundDebt<Fund>>();
  for (const { from, to, incomeKind, amount } of debts) {
    const [first, second, signed] = from < to ? [from, to, amount] : [to, from, -amount];
    const name = `${first}/${second}/${incomeKind}`;
    const balance = (byPair.get(name)?.amount ?? 0n) + signed;
    byPair.set(name, { from: first, to: second, incomeKind, amount: balance });
  }
  return [...byPair.values()].flatMap((one) => {
    if (one.amount === 0n) return [];
    return [one.amount > 0n ? one : { ...one, from: one.to, to: one.from, amount: -one.amount }];
  });
}
