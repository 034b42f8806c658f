import type { CoHostView } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { Invitation } from './co-host-changes.js';

/** An invitation as both sides see it. */
export function coHostViewOf({ row, activity }: Invitation): CoHostView {
  const { id, version, activityId, position, state, message, invitedBy, answeredBy, reason } = row;
  return {
    id,
    version,
    activityId,
    activityTitle: activity.title,
    activityStartsAt: activity.startsAt.toISOString(),
    organiser: { kind: activity.organiserKind, id: activity.organiserId, name: activity.organiserName },
    position,
    unionId: row.unionId,
    party: { kind: row.partyKind, id: row.partyId, name: row.partyName },
    state,
    message,
    invitedBy,
    invitedAt: row.invitedAt.toISOString(),
    answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    reason,
    counterNote: row.counterNote,
  };
}
