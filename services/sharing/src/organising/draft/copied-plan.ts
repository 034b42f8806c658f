import type { CreateActivityRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { CopiedTimeField } from '@gongxiang/contracts/sharing/organising/draft.contract';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { CopiedTimes } from './copied-times.js';

/** The resource is copied as the intended place; its loan is over, and another has to be requested. */
export function planOf(original: ActivityRow, times: CopiedTimes, title: string): CreateActivityRequest {
  const { description, kind, business, venue, resourceId, timeZone, companionsMax, waitlistFairShareDays } =
    original;
  return {
    organiser: { kind: original.organiserKind, id: original.organiserId },
    title,
    description,
    kind,
    function: original.function,
    business,
    venue,
    resourceId,
    ...textsOf(times),
    timeZone,
    companionsMax,
    waitlistFairShareDays,
  };
}

export function textsOf(times: CopiedTimes): Record<CopiedTimeField, string> {
  const { startsAt, endsAt, signUpOpensAt, signUpClosesAt } = times;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    signUpOpensAt: signUpOpensAt.toISOString(),
    signUpClosesAt: signUpClosesAt.toISOString(),
  };
}
