import type { AccountFund } from '@gongxiang/contracts/settlement/fund';

/** The unnetted balance between the closing party and another: positive if the other owes it. */
export interface Position {
  /** The kind of money of the closing party's account. */
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
 * The legs that bring every account of a party to zero (E71): debts and claims move to the successor pair by pair, so
 * that nothing of the party is left for a netting run. Debts between the party and the successor itself cancel out. A
 * rest that belongs to no single pair moves to the successor as a whole.
 *
 * P is owed 100 by A and owes B 30; S succeeds: P–A 100 back, A owes S 100; P–B 30 back, S owes B 30. P: 100 − 30 −
 * 100 + 30 = 0.
 * @param remainders every current account of the party with a balance
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

/** Moves an amount from the first to the second; reversed if the amount is negative. */
function towards(from: Side, to: Side, fen: bigint, incomeKind: AccountFund): ClosingLeg {
  if (fen > 0n) return { debit: from, credit: to, amountFen: fen, incomeKind };
  return { debit: to, credit: from, amountFen: -fen, incomeKind };
}
