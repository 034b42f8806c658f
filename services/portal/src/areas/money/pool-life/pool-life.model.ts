import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type PlannedItem = Schemas['PlannedItemView'];
export type SelfPayment = Schemas['SelfPaymentView'];
export type PoolSummary = Schemas['PoolSummaryView'];
export type Comparison = Schemas['PlanComparisonView'];
export type ChainedPool = Schemas['ChainedPoolView'];
export type PoolStep = Schemas['PoolStepView'];
export type PoolUsage = Schemas['PoolUsageView'];
export type Refund = Schemas['RefundView'];
export type RefundPreview = Schemas['RefundPreviewView'];
export type RefundPart = Schemas['RefundPartView'];
export type RefundLine = Schemas['RefundLineDto'];

/** The refund as a command names it, with the version that the page shows. */
export function seenOf({ costPoolId, id, version }: Refund) {
  return { costPoolId, refundId: id, version };
}

/** The acts on a refund that a person may do; the person who proposed it does not decide on it. */
export function refundActs(
  refund: Pick<Refund, 'state' | 'proposedBy'>,
  person: { readonly id: string | undefined; readonly isFinance: boolean; readonly isApprover: boolean },
): {
  readonly approve: boolean;
  readonly withdraw: boolean;
  readonly reverse: boolean;
  readonly own: boolean;
} {
  const own = refund.proposedBy === person.id;
  const isOpen = refund.state === 'proposed';
  return {
    approve: isOpen && person.isApprover && !own,
    withdraw: isOpen && person.isFinance,
    reverse: refund.state === 'posted' && person.isApprover && !own,
    own: isOpen && own,
  };
}

/** The usage of each party as form values: the last one used, else the one computed from the loans. */
export function usageFields({ parties, proposed }: PoolUsage): Record<string, string> | undefined {
  const known = parties.some(({ used }) => used !== null) || proposed;
  if (!known) return undefined;
  return Object.fromEntries(
    parties.map((one) => [`${one.party.kind}:${one.party.id}`, String(one.used ?? one.proposed)]),
  );
}
