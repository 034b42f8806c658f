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

/** The stored parameters of a notice's text. Nothing in it is about anybody but the reader. */
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

/** A notice to a person, sent once per cause. */
export interface Notice {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  /**
   * Its subject: an activity, a loan, a need, a wait for a time, a resource, a season, a ranking, a submission to the
   * union, a delegation, or an object of settlement's.
   */
  readonly activityId: string | null;
  readonly loanId?: string;
  readonly needId?: string;
  readonly waitId?: string;
  readonly resourceId?: string;
  readonly moneyId?: string;
  readonly efficacySurveyId?: string;
  readonly rankingId?: string;
  readonly intakeId?: string;
  readonly delegationId?: string;
  readonly cause: string;
  readonly details: NoticeDetails;
  readonly sourceId?: string;
}

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
  readonly kind: 'activityCancelled' | 'activityChanged';
  readonly cause: string;
  readonly details: NoticeDetails;
}

/**
 * The change that registered people are notified of: a cancellation, another time or another place. Other changes
 * cause no notice; nor does a draft, in which nobody is registered.
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

/** The notice to the author of a complaint, suggestion or question; only its page shows the text. */
export function noticeOfIntake(received: IntakeNews): Notice {
  const { intakeId, version, news: change, kind, personId, unionName, closesAt } = received;
  return {
    personId,
    kind: change,
    why: 'wroteIntake',
    activityId: null,
    intakeId,
    cause: `${change}/${intakeId}/${version}`,
    details: { intakeKind: kind, partyName: unionName, ...(closesAt === null ? {} : { at: closesAt }) },
  };
}
