/** `from` owes `to` so many fen. */
export interface BenchDebt {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

/** Debts among so many parties that a seed decides. */
export function randomDebts(parties: number, count: number, random: () => number): BenchDebt[] {
  return Array.from({ length: count }, (_unused, place) => {
    // Everybody owes somebody once, so that all of them take part.
    const from = place < parties ? place : Math.floor(random() * parties);
    const to = (from + 1 + Math.floor(random() * (parties - 1))) % parties;
    return { from: `P${from}`, to: `P${to}`, amount: 1n + BigInt(Math.floor(random() * 1_000_000)) };
  });
}

/**
 * What most write first: before each transfer all balances are sorted, and whoever owes most pays whoever is owed most.
 * The baseline of the bench; it changes only by a commit of its own.
 */
export function sortingAgain(debts: readonly BenchDebt[]): BenchDebt[] {
  const open = [...balancesOf(debts)].map(([party, balance]) => ({ party, balance }));
  const transfers: BenchDebt[] = [];
  for (;;) {
    open.sort((one, other) => (one.balance < other.balance ? -1 : one.balance > other.balance ? 1 : 0));
    const [debtor, creditor] = [open[0], open.at(-1)];
    if (debtor === undefined || creditor === undefined || debtor.balance === 0n) return transfers;
    const amount = -debtor.balance < creditor.balance ? -debtor.balance : creditor.balance;
    transfers.push({ from: debtor.party, to: creditor.party, amount });
    debtor.balance += amount;
    creditor.balance -= amount;
  }
}

/**
 * The least that a proof of the fewest looks at: the sum of every subset of all balances but one, in Gray code, one addition
 * each. @returns how many are zero
 */
export function bareWalk(debts: readonly BenchDebt[]): number {
  const balances = [...balancesOf(debts).values()].slice(1).map(Number);
  let [gray, total, zeros] = [0, 0, 0];
  for (let step = 1; step < 1 << balances.length; step += 1) {
    const bit = 31 - Math.clz32(step & -step);
    gray ^= 1 << bit;
    total += (gray & (1 << bit)) === 0 ? -(balances[bit] ?? 0) : (balances[bit] ?? 0);
    if (total === 0) zeros += 1;
  }
  return zeros;
}

function balancesOf(debts: readonly BenchDebt[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { from, to, amount } of debts) {
    balances.set(from, (balances.get(from) ?? 0n) - amount);
    balances.set(to, (balances.get(to) ?? 0n) + amount);
  }
  return balances;
}

/** @throws Error where the transfers leave a party with a balance other than its debts give it */
export function requireSettled(debts: readonly BenchDebt[], transfers: readonly BenchDebt[]): void {
  const left = new Map<string, bigint>();
  const move = (party: string, amount: bigint): void =>
    void left.set(party, (left.get(party) ?? 0n) + amount);
  for (const { from, to, amount } of debts) {
    move(from, -amount);
    move(to, amount);
  }
  for (const { from, to, amount } of transfers) {
    move(from, amount);
    move(to, -amount);
  }
  for (const [party, balance] of left)
    if (balance !== 0n) throw new Error(`${party} is left with ${balance} fen`);
}
