import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { DomainError } from '@gongxiang/domain';

/**
 * The whole life of an invitation. Whoever declined, left or was withdrawn can be invited anew, by a new invitation. One
 * that was answered by other terms is still open: to both sides, but for other terms once more.
 */
export const coHostTransitions: Readonly<Record<CoHostState, readonly CoHostState[]>> = {
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

/** Every activity's state names each host, so their number has a bound; the organiser is one of the 200. */
export const coHostsMax = 199;

/** Is the party asked or already a co-host, so that its union takes part in the draft? */
export function isLive(invitation: { readonly state: CoHostState }): boolean {
  return isOpen(invitation) || invitation.state === 'accepted';
}

/** Does one of the two sides still have to answer? */
export function isOpen({ state }: { readonly state: CoHostState }): boolean {
  return state === 'invited' || state === 'countered';
}
