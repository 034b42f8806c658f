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

/** Which of the acts at a refund a person may do; whoever proposed it does not decide on it. */
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

/** What each party used, as the fields of a form: what was taken last, else what the loans say. */
export function usageFields({ parties, proposed }: PoolUsage): Record<string, string> | undefined {
  const known = parties.some(({ used }) => used !== null) || proposed;
  if (!known) return undefined;
  return Object.fromEntries(
    parties.map((one) => [`${one.party.kind}:${one.party.id}`, String(one.used ?? one.proposed)]),
  );
}
