import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import type { LeavingProblem } from '@gongxiang/contracts/sharing/organising/leaving.contract';
import { Temporal } from 'temporal-polyfill';

interface LeavingTimes {
  readonly state: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly leaveUntil: string | null;
}

/** The time from which a co-host of a published activity may no longer leave; null if it may not leave at all. */
export function leavingEnd({ leaveUntil, timeZone, startsAt }: LeavingTimes): Date | null {
  if (leaveUntil === null) return null;
  const nextDay = Temporal.PlainDate.from(leaveUntil).add({ days: 1 });
  const end = new Date(nextDay.toZonedDateTime({ timeZone }).epochMilliseconds);
  return end < startsAt ? end : startsAt;
}

/** Why a co-host cannot leave now; null if it can. It always can in a draft, afterwards until the agreed day. */
export function leavingProblem(
  coHost: { readonly state: CoHostState },
  activity: LeavingTimes,
  now: Date,
): LeavingProblem | null {
  if (coHost.state !== 'accepted') return 'CO_HOST_NOT_JOINED';
  if (activity.state === 'draft') return null;
  if (activity.state !== 'published') return 'CO_HOST_LEAVE_CLOSED';
  if (now >= activity.startsAt) return 'ACTIVITY_STARTED';
  const end = leavingEnd(activity);
  return end !== null && now < end ? null : 'CO_HOST_LEAVE_CLOSED';
}
