import type { IntakeKind, IntakeNews } from '@gongxiang/contracts/membership/membership-events';
import type { MoneyDirection } from '@gongxiang/contracts/settlement/money-call';
import type { ReminderAnchor } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type {
  ActingRole,
  CancelCause,
  NoticeKind,
  NoticeReason,
  SeatState,
} from '@gongxiang/contracts/sharing/reference/notice.contract';

/** What the words of a notice need, as it is kept. Nothing in it is about anybody but the reader. */
export interface NoticeDetails {
  readonly state?: SeatState;
  readonly expiresAt?: string;
  readonly cause?: CancelCause;
  readonly role?: ActingRole;
  readonly reason?: string;
  readonly startsAt?: string;
  readonly startsAtBefore?: string;
  readonly venue?: string | null;
  readonly venueBefore?: string | null;
  readonly anchor?: ReminderAnchor;
  readonly at?: string;
  readonly poolName?: string;
  readonly brandId?: string;
  readonly brandName?: string;
  readonly partyName?: string;
  readonly taskTitle?: string;
  readonly dueOn?: string;
  readonly resourceTitle?: string;
  /** An amount of money. */
  readonly fen?: string;
  readonly direction?: MoneyDirection;
  readonly needTitle?: string;
  readonly offerTitle?: string;
  readonly surveyId?: string;
  readonly keysHash?: string | null;
  readonly moneyTitle?: string;
  readonly seasonName?: string;
  readonly rankingTitle?: string;
  readonly intakeKind?: IntakeKind;
}

/** Something that is to be told to somebody, once for each cause. */
export interface Notice {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  /** What it is about: an activity, a loan, a need, a wait for a time, a resource, a season, a ranking, what he wrote to his union, or something of settlement's. */
  readonly activityId: string | null;
  readonly loanId?: string;
  readonly needId?: string;
  readonly waitId?: string;
  readonly resourceId?: string;
  readonly moneyId?: string;
  readonly efficacySurveyId?: string;
  readonly rankingId?: string;
  readonly intakeId?: string;
  readonly cause: string;
  readonly details: NoticeDetails;
  readonly sourceId?: string;
}

/** What an activity's news rest on. */
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

/** What all who take part in an activity are to be told. */
export interface ActivityChange {
  readonly kind: 'activityCancelled' | 'activityChanged';
  readonly cause: string;
  readonly details: NoticeDetails;
}

/**
 * What a change of an activity means to those who are registered: that it is cancelled, or begins at another time or
 * takes place elsewhere. Whatever else changes is no news; nor is anything of a draft, in which nobody is registered.
 */
export function changeOf(before: NoticeSource, after: NoticeSource): ActivityChange | null {
  if (before.publishedAt === null) return null;
  if (after.state === 'cancelled' && before.state !== 'cancelled') {
    const details = after.cancelReason === null ? {} : { reason: after.cancelReason };
    return { kind: 'activityCancelled', cause: `cancelled/${after.id}`, details };
  }
  const isMoved = before.startsAt.getTime() !== after.startsAt.getTime();
  const isElsewhere = before.venue !== after.venue || before.resourceId !== after.resourceId;
  if (!isMoved && !isElsewhere) return null;
  return {
    kind: 'activityChanged',
    cause: `changed/${after.id}/${after.version}`,
    details: {
      startsAt: after.startsAt.toISOString(),
      ...(isMoved ? { startsAtBefore: before.startsAt.toISOString() } : {}),
      ...(isElsewhere ? { venue: after.venue, venueBefore: before.venue } : {}),
    },
  };
}

/** Do the moments of an activity's reminders change with it? */
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

/** What the author of a complaint, suggestion or question is told of it; the words stand on its page alone. */
export function noticeOfIntake(told: IntakeNews): Notice {
  const { intakeId, version, news, kind, personId, unionName, closesAt } = told;
  return {
    personId,
    kind: news,
    why: 'wroteIntake',
    activityId: null,
    intakeId,
    cause: `${news}/${intakeId}/${version}`,
    details: { intakeKind: kind, partyName: unionName, ...(closesAt === null ? {} : { at: closesAt }) },
  };
}
