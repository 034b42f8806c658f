import type { ProposalState } from '@gongxiang/contracts/sharing/activities/activity-parts';
import { DomainError } from '@gongxiang/domain';

/** The life cycle of a worker's proposal. A declined one may be proposed again, or be sponsored after all. */
const proposalTransitions: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  waiting: ['sponsored', 'declined'],
  declined: ['waiting', 'sponsored'],
  sponsored: [],
};

/**
 * @throws DomainError `NOT_A_PROPOSAL` if no worker proposed it, or it is no longer a draft; `ILLEGAL_TRANSITION`
 */
export function requireProposalStep(
  activity: { readonly state: string; readonly proposal: { readonly state: ProposalState } | null },
  to: ProposalState,
): void {
  if (activity.proposal === null || activity.state !== 'draft') throw new DomainError('NOT_A_PROPOSAL');
  const { state: from } = activity.proposal;
  if (!proposalTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}
