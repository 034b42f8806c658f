import type { NoShowState } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { dayMs, DomainError, type RoleName } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { NoShowPolicy } from '../activity/activity.entity.js';
import { officesAt } from '../../reference/whom.model.js';

/** A person's counting no-shows within the days of the policy. */
export interface NoShowRecord {
  readonly count: number;
  readonly lastAt: Date;
}

/** The start of the period whose no-shows count. */
export function countedSince({ withinDays }: NoShowPolicy, now: Date): Date {
  return new Date(now.getTime() - withinDays * dayMs);
}

/** @returns until when the policy blocks a person with these no-shows from signing up; null if it does not */
export function blockedUntil(policy: NoShowPolicy, record: NoShowRecord | null, now: Date): Date | null {
  if (record === null || record.count < policy.countFrom) return null;
  const until = new Date(record.lastAt.getTime() + policy.blockedDays * dayMs);
  return until > now ? until : null;
}

/** One appeal, before any decision. @throws DomainError `APPEAL_TWICE` */
export function requireAppealable(state: NoShowState): void {
  if (state !== 'counted') throw new DomainError('APPEAL_TWICE');
}

/** An officer may also excuse a person who has not appealed. @throws DomainError `DECIDED_ALREADY` */
export function requireUndecided(state: NoShowState): void {
  if (state !== 'counted' && state !== 'appealed') throw new DomainError('DECIDED_ALREADY');
}

interface MissedActivity {
  readonly id: string;
  readonly unionId: string;
  readonly title: string;
  readonly timeZone: string;
}

/**
 * Whom a no-show waits for: with an appeal, who decides, but never on themselves.
 * @param roles who decides at the organiser's union
 */
export function awaitsOfNoShow(
  { state, personId }: { readonly state: NoShowState; readonly personId: string },
  { id: activityId, unionId, title, timeZone }: MissedActivity,
  roles: readonly RoleName[],
): Await[] {
  if (state !== 'appealed') return [];
  return [
    {
      ...officesAt([unionId], { roles }, { exceptIds: [personId] }),
      kind: 'noShowAppealed',
      why: 'decidesAttendance',
      about: { activityId },
      title,
      timeZone,
    },
  ];
}
