import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import type { Locale } from '@gongxiang/domain';
import { calendarWords } from './calendar-words.model.js';

export type EntryStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** One event of a calendar. Times are instants: a calendar shows them in its owner's zone. */
export interface CalendarEntry {
  /** Stable as long as it is about the same thing. */
  readonly uid: string;
  /** Rises with every change: calendars ignore a change otherwise. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: EntryStatus;
  /** It does not block the person's time. */
  readonly isFree: boolean;
  /** The page of the portal. */
  readonly path: string;
}

export interface OwnParticipation {
  readonly id: string;
  readonly version: number;
  readonly state: RegistrationState;
  /** Null without a place on a waitlist. */
  readonly waitlistPlace: number | null;
  readonly changedAt: Date;
  readonly activityId: string;
  readonly activityVersion: number;
  readonly activityState: ActivityState;
  readonly title: string;
  readonly venue: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SignUpWindow {
  readonly activityId: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly venue: string | null;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly signUpOpensAt: Date;
  readonly signUpClosesAt: Date;
}

export interface LoanToReturn {
  readonly id: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly resourceTitle: string;
  readonly place: string | null;
  readonly endsAt: Date;
}

/** No waitlist is longer. */
const placesMax = 100_000;
const returnMs = 30 * 60_000;
const domain = 'gongxiang';

/** @param locale the language of the feed's owner */
export function participationEntry(own: OwnParticipation, locale: Locale): CalendarEntry {
  const words = calendarWords[locale];
  const status = statusOf(own);
  const place = own.waitlistPlace ?? 0;
  const waits = status === 'TENTATIVE' && place > 0;
  return {
    uid: `${own.id}@${domain}`,
    // The registration's version outweighs any place: the number also rises when those ahead become fewer, which
    // changes no version, and never falls.
    sequence: own.version * placesMax - Math.min(place, placesMax - 1) + own.activityVersion,
    changedAt: own.changedAt,
    startsAt: own.startsAt,
    endsAt: own.endsAt,
    title: waits ? words.waiting(place, own.title) : own.title,
    description: words.participation[status],
    location: own.venue,
    status,
    isFree: status === 'CANCELLED',
    path: `/activities/${own.activityId}`,
  };
}

function statusOf({ state, activityState }: OwnParticipation): EntryStatus {
  if (state === 'cancelled' || state === 'expired' || activityState === 'cancelled') return 'CANCELLED';
  return state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE';
}

/** From the opening of sign-up until its close. */
export function signUpEntry(window: SignUpWindow, locale: Locale): CalendarEntry {
  const words = calendarWords[locale];
  const when = localTime(window.startsAt, window.timeZone, locale);
  return {
    uid: `sign-up-${window.activityId}@${domain}`,
    sequence: window.version,
    changedAt: window.changedAt,
    startsAt: window.signUpOpensAt,
    endsAt: window.signUpClosesAt,
    title: words.signUp(window.title),
    description: window.venue === null ? words.takesPlace(when) : words.takesPlaceAt(when, window.venue),
    // Signing up needs no location.
    location: null,
    status: 'CONFIRMED',
    isFree: true,
    path: `/activities/${window.activityId}`,
  };
}

/** The last half hour of a loan. */
export function returnEntry(loan: LoanToReturn, locale: Locale): CalendarEntry {
  const words = calendarWords[locale];
  return {
    uid: `${loan.id}@${domain}`,
    sequence: loan.version,
    changedAt: loan.changedAt,
    startsAt: new Date(loan.endsAt.getTime() - returnMs),
    endsAt: loan.endsAt,
    title: words.giveBack(loan.resourceTitle),
    description: words.giveBackInTime,
    location: loan.place,
    status: 'CONFIRMED',
    isFree: true,
    path: `/loans/${loan.id}`,
  };
}

/** Date and time in a zone, with the offset of that day and not of today: `11月21日周六 09:00`. */
function localTime(at: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
