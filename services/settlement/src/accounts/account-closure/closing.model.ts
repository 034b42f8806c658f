import type { AccountFund } from '@gongxiang/contracts/settlement/fund';

/** What somebody owes the party that ends (above zero), or is owed by it, by postings that no run has netted. */
export interface Position {
  /** The kind of money of the ending party's account. */
  readonly incomeKind: AccountFund;
  readonly other: string;
  readonly otherIncomeKind: AccountFund;
  readonly netFen: bigint;
}

export interface Remainder {
  readonly incomeKind: AccountFund;
  /** Credits less debits, in fen. */
  readonly balanceFen: bigint;
}

/** A leg between two current accounts. */
export interface ClosingLeg {
  readonly debit: { readonly party: string; readonly incomeKind: AccountFund };
  readonly credit: { readonly party: string; readonly incomeKind: AccountFund };
  readonly amountFen: bigint;
  readonly incomeKind: AccountFund;
}

/**
 * The legs that bring every account of a party to zero (E71): whoever owed it owes its successor, and whoever it owed is owed by
 * the successor, pair by pair, so that nothing of the party is left for a netting run. What the successor itself owed it, or was
 * owed, is gone. What of a balance stands for no single pair goes to the successor as it is.
 *
 * P is owed 100 by A and owes B 30; S succeeds: P–A 100 back, A owes S 100; P–B 30 back, S owes B 30. P: 100 − 30 − 100 + 30 = 0.
 * @param remainders every current account of the party that is not at zero
 */
export function closingLegs(
  party: string,
  successor: string,
  { positions, remainders }: { positions: readonly Position[]; remainders: readonly Remainder[] },
): ClosingLeg[] {
  const legs = positions.flatMap((position) => novation(party, successor, position));
  const moved = new Map<AccountFund, bigint>();
  for (const { incomeKind, netFen } of positions)
    moved.set(incomeKind, (moved.get(incomeKind) ?? 0n) + netFen);
  const kinds = new Map(remainders.map(({ incomeKind, balanceFen }) => [incomeKind, balanceFen]));
  for (const incomeKind of new Set([...kinds.keys(), ...moved.keys()])) {
    const rest = (kinds.get(incomeKind) ?? 0n) - (moved.get(incomeKind) ?? 0n);
    const [own, next] = [
      { party, incomeKind },
      { party: successor, incomeKind },
    ];
    if (rest !== 0n) legs.push(towards(own, next, rest, incomeKind));
  }
  return legs;
}

function novation(party: string, successor: string, position: Position): ClosingLeg[] {
  const { incomeKind, other, otherIncomeKind, netFen } = position;
  const theirs = { party: other, incomeKind: otherIncomeKind };
  const back = towards({ party, incomeKind }, theirs, netFen, incomeKind);
  if (other === successor) return [back];
  return [back, towards(theirs, { party: successor, incomeKind }, netFen, incomeKind)];
}

type Side = ClosingLeg['debit'];

/** Takes an amount from the first and gives it to the second; the other way round where it is below zero. */
function towards(from: Side, to: Side, fen: bigint, incomeKind: AccountFund): ClosingLeg {
  if (fen > 0n) return { debit: from, credit: to, amountFen: fen, incomeKind };
  return { debit: to, credit: from, amountFen: -fen, incomeKind };
}
