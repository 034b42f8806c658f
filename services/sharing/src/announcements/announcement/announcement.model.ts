import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type {
  AnnouncementAudience,
  AnnouncementRelease,
  AnnouncementState,
  AnnouncementUrgency,
  AnnouncementWriter,
  AudienceKind,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { dayMs, DomainError } from '@gongxiang/domain';

const maxDays = 366;

/** When something is sent, and what it is until then. */
interface Planned {
  readonly state: Extract<AnnouncementState, 'draft' | 'scheduled'>;
  readonly sendAt: Date | null;
}

/** @throws DomainError `SEND_TIME`, `SEND_TIME_PAST`, `SEND_TIME_FAR` */
export function plannedOf(
  { release, sendAt = null }: { readonly release: AnnouncementRelease; readonly sendAt?: string | null },
  now: Date,
): Planned {
  const pointer = '/sendAt';
  if ((release === 'later') !== (sendAt !== null)) throw new DomainError('SEND_TIME', { pointer });
  if (release === 'draft') return { state: 'draft', sendAt: null };
  if (sendAt === null) return { state: 'scheduled', sendAt: now };
  const at = new Date(sendAt);
  if (at < now) throw new DomainError('SEND_TIME_PAST', { pointer });
  if (at.getTime() > now.getTime() + maxDays * dayMs)
    throw new DomainError('SEND_TIME_FAR', { pointer, params: { maxDays } });
  return { state: 'scheduled', sendAt: at };
}

/** Beyond so many a day people stop reading what their union writes. */
export const announcementsPerDayMax = 10;

/** @param others how many of the union leave on the same day. @throws DomainError `ANNOUNCEMENTS_TOO_MANY` */
export function requireRoomOnDay(others: number): void {
  if (others >= announcementsPerDayMax)
    throw new DomainError('ANNOUNCEMENTS_TOO_MANY', {
      pointer: '/release',
      params: { max: announcementsPerDayMax },
    });
}

/** Who leads a club or a group is no officer: what reaches its people is bounded more narrowly. */
export const ownAnnouncementsPerWeekMax = 3;

/** @param others how many of the club or group leave in the same week. @throws DomainError `ANNOUNCEMENTS_TOO_MANY_IN_WEEK` */
export function requireRoomInWeek(others: number): void {
  if (others >= ownAnnouncementsPerWeekMax)
    throw new DomainError('ANNOUNCEMENTS_TOO_MANY_IN_WEEK', {
      pointer: '/release',
      params: { max: ownAnnouncementsPerWeekMax },
    });
}

/** A club or a group writes to itself alone. @throws DomainError `WRITER_AUDIENCE` */
export function requireOwnPeople(writer: AnnouncementWriter, { kind }: AnnouncementAudience): void {
  if (writer !== 'union' && kind !== writer)
    throw new DomainError('WRITER_AUDIENCE', { pointer: '/audience/kind' });
}

/** A number of days belongs to one kind of audience. @throws DomainError `AUDIENCE_DAYS` */
export function requireDays({ kind, days = null }: AnnouncementAudience): void {
  if ((kind === 'notReached') !== (days !== null))
    throw new DomainError('AUDIENCE_DAYS', { pointer: '/audience/days' });
}

const editable: readonly AnnouncementState[] = ['draft', 'scheduled'];

/** @throws DomainError `ANNOUNCEMENT_WITHDRAWN`, `ANNOUNCEMENT_SENT` */
export function requireEditable(state: AnnouncementState): void {
  if (state === 'withdrawn') throw new DomainError('ANNOUNCEMENT_WITHDRAWN');
  if (!editable.includes(state)) throw new DomainError('ANNOUNCEMENT_SENT');
}

/** Whether due work has something to do now: it may have been moved or withdrawn meanwhile. */
export function isToBeSent(
  { state, sendAt }: { readonly state: AnnouncementState; readonly sendAt: Date | null },
  now: Date,
): boolean {
  return state === 'sending' || (state === 'scheduled' && sendAt !== null && sendAt <= now);
}

export const noticeKindOf: Readonly<Record<AnnouncementUrgency, NoticeKind>> = {
  soon: 'announcement',
  whenever: 'announcementNews',
};

/** Why a person gets it. */
export const reasonOf: Readonly<Record<AudienceKind, NoticeReason>> = {
  union: 'memberHere',
  // Nothing is said of how seldom they come.
  notReached: 'memberHere',
  club: 'clubMember',
  group: 'groupMember',
  registered: 'registered',
  attended: 'came',
};
