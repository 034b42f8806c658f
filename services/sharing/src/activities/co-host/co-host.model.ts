import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { DomainError } from '@gongxiang/domain';

/**
 * The life cycle of an invitation. A party that declined, left or was withdrawn can get a new invitation. A countered
 * invitation is still open to both sides, but cannot be countered again.
 */
const coHostTransitions: Readonly<Record<CoHostState, readonly CoHostState[]>> = {
  invited: ['countered', 'accepted', 'declined', 'withdrawn'],
  countered: ['accepted', 'declined', 'withdrawn'],
  accepted: ['withdrawn', 'left'],
  declined: [],
  withdrawn: [],
  left: [],
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireTransition(from: CoHostState, to: CoHostState): void {
  if (!coHostTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

/** Every activity event lists all hosts, so their number is bounded; the organiser is one of the 200. */
export const coHostsMax = 199;

/** Whether the party is invited or a co-host, so that its union takes part in the draft. */
export function isLive(invitation: { readonly state: CoHostState }): boolean {
  return isOpen(invitation) || invitation.state === 'accepted';
}

/** Whether one of the two sides still has to answer. */
export function isOpen({ state }: { readonly state: CoHostState }): boolean {
  return state === 'invited' || state === 'countered';
}
