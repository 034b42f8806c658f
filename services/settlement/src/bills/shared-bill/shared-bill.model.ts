import type { SharingPartyDto } from '@gongxiang/contracts/settlement/bills/shared-bill.contract';
import { type Party, partyKey } from '@gongxiang/domain';

/** The terms of a shared bill, in the form of an agreement's, so that it is split as every other pool. */
interface SharedTerms {
  readonly parties: readonly Party[];
  readonly rule:
    | { readonly kind: 'equal' }
    | { readonly kind: 'ratio'; readonly weights: Readonly<Record<string, number>> };
  readonly fundCategory: string;
  readonly expenseCode: string;
}

/** Equal where all weights are the same, else by the weights. */
export function sharedTerms(
  sharing: readonly SharingPartyDto[],
  { incomeKind: fundCategory, expenseCode }: { readonly incomeKind: string; readonly expenseCode: string },
): SharedTerms {
  const parties = sharing.map(({ party: { kind, id } }) => ({ kind, id }));
  const money = { fundCategory, expenseCode };
  const weights = sharing.map(({ weight = 1 }) => weight);
  if (new Set(weights).size <= 1) return { parties, rule: { kind: 'equal' }, ...money };
  const byParty = sharing.map(({ party, weight = 1 }) => [partyKey(party), weight] as const);
  return { parties, rule: { kind: 'ratio', weights: Object.fromEntries(byParty) }, ...money };
}
