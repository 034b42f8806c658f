import type { NoticeKind } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';

/** A step in the life of a registration, with who takes it. */
export interface Step {
  /** Null for a new registration. */
  readonly before: string | null;
  readonly after: RegistrationState;
  /** Whose registration it is. */
  readonly personId: string;
  /** Who takes the step; null where time or a rule does. */
  readonly byPersonId: string | null;
}

/** What a person hears of a step from one state to another; whatever is not here he need not be told. */
const told: Readonly<Record<string, NoticeKind>> = {
  'waitlisted confirmed': 'seatGiven',
  'waitlisted held': 'seatOffered',
  'confirmed waitlisted': 'seatWithdrawn',
  'held expired': 'offerExpired',
};

/** What the person is told of a step; null for what he does himself, as the page has answered him already. */
export function noticeOfStep({ before, after, personId, byPersonId }: Step): NoticeKind | null {
  if (before === null) return byPersonId === null || byPersonId === personId ? null : 'signedUp';
  if (after === 'cancelled') return byPersonId === personId ? null : 'registrationCancelled';
  return told[`${before} ${after}`] ?? null;
}
