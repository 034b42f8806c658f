import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeTextState } from '@gongxiang/contracts/notification/notice-raised';
import type { SeatState } from '@gongxiang/contracts/sharing/sharing-events';
import type { NoticeValues } from '@gongxiang/messaging/events';

/** The fields of an activity that its notices depend on. */
export interface NoticeSource {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly publishedAt: Date | null;
  readonly startsAt: Date;
  readonly venue: string | null;
  readonly resourceId: string | null;
  readonly cancelReason: string | null;
}

/** A change that all participants are notified of. */
export interface ActivityChange {
  readonly kind: Extract<NoticeKind, 'activityCancelled' | 'activityChanged'>;
  readonly cause: string;
  readonly values: NoticeValues;
}

/**
 * The change that registered people are notified of: a cancellation, another time or another place. Other changes
 * cause no notice; nor does a draft, in which nobody is registered.
 */
export function changeOf(before: NoticeSource, after: NoticeSource): ActivityChange | null {
  if (before.publishedAt === null) return null;
  if (after.state === 'cancelled' && before.state !== 'cancelled') {
    const values = after.cancelReason === null ? {} : { reason: after.cancelReason };
    return { kind: 'activityCancelled', cause: `cancelled/${after.id}`, values };
  }
  const isMoved = before.startsAt.getTime() !== after.startsAt.getTime();
  const isElsewhere = before.venue !== after.venue || before.resourceId !== after.resourceId;
  if (!isMoved && !isElsewhere) return null;
  return {
    kind: 'activityChanged',
    cause: `changed/${after.id}/${after.version}`,
    values: {
      startsAt: after.startsAt.toISOString(),
      ...(isMoved ? { startsAtBefore: before.startsAt.toISOString() } : {}),
      ...(isElsewhere ? placeOf(after) : {}),
    },
  };
}

function placeOf({ venue }: NoticeSource): NoticeValues {
  return venue === null ? { placeUnknown: 'yes' } : { venue };
}

/** Whether the times of an activity's reminders change with it. */
export function movesReminders(
  before: NoticeSource & { readonly signUpOpensAt: Date; readonly signUpClosesAt: Date },
  after: NoticeSource & { readonly signUpOpensAt: Date; readonly signUpClosesAt: Date },
): boolean {
  return (
    before.state !== after.state ||
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.signUpOpensAt.getTime() !== after.signUpOpensAt.getTime() ||
    before.signUpClosesAt.getTime() !== after.signUpClosesAt.getTime()
  );
}

/** What an organiser has written, as the inboxes keep it: withdrawn, it has no words. */
export function noticeTextOf({
  id,
  subject,
  text,
  withdrawnAt,
}: {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly withdrawnAt: Date | null;
}): NoticeTextState {
  if (withdrawnAt === null) return { id, version: 1, subject, text, withdrawnAt };
  return { id, version: 2, subject: null, text: null, withdrawnAt: withdrawnAt.toISOString() };
}

/** People of an activity by why they are told: those who wait for a seat, and those who have or are offered one. */
export function byReason(
  people: readonly { readonly personId: string; readonly state: SeatState }[],
): { readonly why: 'waited' | 'registered'; readonly personIds: string[] }[] {
  return (['waited', 'registered'] as const).map((why) => ({
    why,
    personIds: people
      .filter(({ state }) => (state === 'waitlisted') === (why === 'waited'))
      .map(({ personId }) => personId),
  }));
}
