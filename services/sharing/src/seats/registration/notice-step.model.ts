import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';

/** A change of state of a registration, with its author. */
export interface Step {
  /** Null for a new registration. */
  readonly before: string | null;
  readonly after: RegistrationState;
  /** The person registered. */
  readonly personId: string;
  /** The author of the change; null for time or a rule. */
  readonly byPersonId: string | null;
  /** A draw gave the seat: nobody had left, and the person has not moved up. */
  readonly isDrawn: boolean;
  /** The person belongs to another union now, and went to the pool for that. */
  readonly hasMoved: boolean;
}

/** The notice for a change from one state to another; other changes cause none. An offer is told as what it waits for. */
const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  'waitlisted confirmed': 'seatGiven',
  'confirmed waitlisted': 'seatWithdrawn',
  'held expired': 'offerExpired',
};

/** The same of somebody who belongs to another union now: a seat in another pool needs no word. */
const movedKinds: Readonly<Record<string, NoticeKind>> = {
  'confirmed waitlisted': 'seatMoved',
  'held waitlisted': 'seatMoved',
};

/** The notice for a change; null if the person made it themselves, as the page has answered already. */
export function noticeOfStep({
  before,
  after,
  personId,
  byPersonId,
  isDrawn,
  hasMoved,
}: Step): NoticeKind | null {
  if (before === null) return byPersonId === null || byPersonId === personId ? null : 'signedUp';
  if (after === 'cancelled') return byPersonId === personId ? null : 'registrationCancelled';
  if (isDrawn && after === 'confirmed') return 'drawWon';
  return (hasMoved ? movedKinds : noticeKinds)[`${before} ${after}`] ?? null;
}
