interface Money {
  readonly amount: string;
}

/** A sum as one writes it: the larger less the smaller, and which way the rest goes. */
export interface Difference {
  readonly minuend: Money;
  readonly subtrahend: Money;
  readonly rest: Money;
  readonly direction: 'owes' | 'isOwed' | 'even';
}

/** What a party still owes or is owed, from what it bears and what it has paid. */
export function differenceOf(bears: Money, paid: Money): Difference {
  const rest = BigInt(paid.amount) - BigInt(bears.amount);
  if (rest < 0n)
    return { minuend: bears, subtrahend: paid, rest: { amount: String(-rest) }, direction: 'owes' };
  return {
    minuend: paid,
    subtrahend: bears,
    rest: { amount: String(rest) },
    direction: rest === 0n ? 'even' : 'isOwed',
  };
}
