import type { ProposalState } from '@gongxiang/contracts/sharing/activities/activity-parts';
import { DomainError } from '@gongxiang/domain';

/** The whole life of a worker's proposal. What was declined may be proposed anew, or be sponsored after all. */
export const proposalTransitions: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  waiting: ['sponsored', 'declined'],
  declined: ['waiting', 'sponsored'],
  sponsored: [],
};

/** @throws DomainError `NOT_A_PROPOSAL` of what no worker proposed, or is no draft any more; `ILLEGAL_TRANSITION` */
export function requireProposalStep(
  activity: { readonly state: string; readonly proposal: { readonly state: ProposalState } | null },
  to: ProposalState,
): void {
  if (activity.proposal === null || activity.state !== 'draft') throw new DomainError('NOT_A_PROPOSAL');
  const { state: from } = activity.proposal;
  if (!proposalTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}
