import type { ProposalState } from '@gongxiang/contracts/sharing/activities/activity-parts';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { officesAt } from '../../reference/whom.model.js';

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

type Proposed = Pick<
  ActivityRow,
  'id' | 'state' | 'timeZone' | 'startsAt' | 'unionId' | 'proposal' | 'seriesNumber'
>;

/**
 * What a worker's proposal waits for; its title is theirs, and stands where it leads. Of a series only the first occurrence is told: with it the officers see all of
 * them.
 * @param rule who decides on it
 */
export function awaitsOfProposal(activity: Proposed, rule: ActionRule): Await[] {
  const { id: activityId, state, timeZone, unionId, startsAt, proposal, seriesNumber } = activity;
  if (state !== 'draft' || proposal?.state !== 'waiting' || (seriesNumber ?? 1) > 1) return [];
  return [
    {
      ...officesAt([unionId], rule),
      kind: 'proposalMade',
      why: 'proposersUnion',
      about: { activityId },
      timeZone,
      values: { startsAt: startsAt.toISOString() },
    },
  ];
}
