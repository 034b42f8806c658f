import { allocate } from '@gongxiang/domain';

/** What a line of the run was about, in fen. */
export interface NettedLine<Fund extends string> {
  readonly from: string;
  readonly to: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/**
 * Of which kinds of money an unpaid transfer is owed again: in proportion to what its payer owed in the run, between
 * the two where they dealt with each other, by largest remainder. A payer that owed nothing, as a hub, takes the
 * proportions of its payee's claims.
 */
export function fundsOf<Fund extends string>(
  transfer: { readonly payer: string; readonly payee: string; readonly amount: bigint },
  lines: readonly NettedLine<Fund>[],
): { incomeKind: Fund; amount: bigint }[] {
  const owed = lines.filter(({ from }) => from === transfer.payer);
  const between = owed.filter(({ to }) => to === transfer.payee);
  const claims = lines.filter(({ to }) => to === transfer.payee);
  const basis = [between, owed, claims].find((some) => some.length > 0) ?? [];
  const weights = new Map<Fund, bigint>();
  for (const { incomeKind, amount } of basis)
    weights.set(incomeKind, (weights.get(incomeKind) ?? 0n) + amount);
  const parts = allocate(transfer.amount, [...weights.values()]);
  return [...weights.keys()]
    .map((incomeKind, index) => ({ incomeKind, amount: parts[index] ?? 0n }))
    .filter(({ amount }) => amount > 0n);
}
