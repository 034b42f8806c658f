import { allocate, sum } from '@gongxiang/domain';

/** The amount a party has paid from one kind of money, in fen. */
export interface Paid<Fund extends string> {
  readonly party: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/** The amount a party bears, in fen. */
export interface Borne {
  readonly party: string;
  readonly amount: bigint;
}

/** `debtor` owes `creditor`, who paid from this kind of money. */
export interface Due<Fund extends string> {
  readonly debtor: string;
  readonly creditor: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/**
 * Who owes whom, once the costs are split. The rule: what a party has paid covers its own share first; what it still
 * owes goes to those who paid more than their share, in proportion to what each is still out of pocket, by largest
 * remainder in fen; debtors in the agreement's order, the source of the subsidy last. Several kinds of money of one
 * payer count as several creditors. As each debtor is served from what is left open, every payer ends up with
 * exactly what it paid less its share: rounding moves a fen between pairs, never to or from a party.
 * @param borne shares in the agreement's order, then the subsidy; they sum to what was paid
 */
export function duesOf<Fund extends string>(
  borne: readonly Borne[],
  paid: readonly Paid<Fund>[],
): Due<Fund>[] {
  const claims = merged(paid);
  const open = claims.map(({ amount }) => amount);
  const owed = borne.map(({ party, amount }) => {
    const own = claims.map((claim, index) => (claim.party === party ? (open[index] ?? 0n) : 0n));
    const cover = least(amount, sum(own));
    take(open, allocate(cover, own));
    return { party, amount: amount - cover };
  });
  return owed.flatMap(({ party, amount }) => {
    const parts = allocate(amount, open);
    take(open, parts);
    return claims.flatMap(({ party: creditor, incomeKind }, index) => {
      const part = parts[index] ?? 0n;
      return part === 0n ? [] : [{ debtor: party, creditor, incomeKind, amount: part }];
    });
  });
}

function merged<Fund extends string>(paid: readonly Paid<Fund>[]): Paid<Fund>[] {
  const byClaim = new Map<string, Paid<Fund>>();
  for (const { party, incomeKind, amount } of paid) {
    const name = `${party}/${incomeKind}`;
    byClaim.set(name, { party, incomeKind, amount: (byClaim.get(name)?.amount ?? 0n) + amount });
  }
  return [...byClaim.values()];
}

function take(open: bigint[], parts: readonly bigint[]): void {
  for (const [index, part] of parts.entries()) open[index] = (open[index] ?? 0n) - part;
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
