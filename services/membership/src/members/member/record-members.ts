import {
  membershipEvents,
  membersPerEventMax,
  type MemberState,
} from '@gongxiang/contracts/membership/membership-events';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Publishes the states of many members in few events. With one event each, a roster cost every service that keeps a copy of members a
 * message, a mark and an acknowledgement per row.
 * @param states each of another person; the events are about the union of the first
 */
export function recordMembers(tx: Transaction, states: readonly MemberState[]): Promise<void> {
  const count = Math.ceil(states.length / membersPerEventMax);
  const events = Array.from({ length: count }, (_, index) => {
    const members = states.slice(index * membersPerEventMax, (index + 1) * membersPerEventMax);
    return { about: members[0]?.unionId ?? '', data: { members } };
  });
  return recordEvents(tx, membershipEvents.membersChanged, events);
}
