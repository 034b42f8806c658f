import type { ReminderAnchor } from '@gongxiang/contracts/sharing/activities/reminder.contract';
import { DomainError } from '@gongxiang/domain';
import { outsideQuietHours } from './quiet-hours.js';

export interface Reminder {
  readonly anchor: ReminderAnchor;
  readonly minutesBefore: number;
}

/** The default: a day and two hours before the start. */
export const defaultReminders: readonly Reminder[] = [
  { anchor: 'start', minutesBefore: 1_440 },
  { anchor: 'start', minutesBefore: 120 },
];

/** People who ask are notified shortly before an opening, unless the organiser has chosen another time. */
const openingDefault: Reminder = { anchor: 'poolOpens', minutesBefore: 10 };
/** The last one, for people who got their seat after all others were sent. */
const lateMinutes = 60;
const minuteMs = 60_000;

interface Timetable {
  readonly startsAt: Date;
  readonly signUpClosesAt: Date;
  readonly timeZone: string;
}

/** A pool that people wait for, with the opening of its sign-up. */
export interface Opening {
  readonly poolId: string;
  readonly opensAt: Date;
}

/** One round of a reminder. */
export interface Round {
  /** Its key within the activity, which stays when its times move. */
  readonly key: string;
  readonly anchor: ReminderAnchor;
  readonly poolId: string | null;
  /** It goes only to people whom no earlier round has reached. */
  readonly isLate: boolean;
  readonly baseAt: Date;
  readonly dueAt: Date;
}

/**
 * The rounds of an activity's reminders. Those before the start have an additional one an hour before, for people who
 * got a seat after all others were sent: the people of a late pool would get none otherwise (E28). People who ask in
 * the last minutes before an opening are notified at the opening.
 */
export function roundsOf(
  timetable: Timetable,
  reminders: readonly Reminder[],
  openings: readonly Opening[],
): Round[] {
  const { startsAt, signUpClosesAt } = timetable;
  const of = (anchor: ReminderAnchor): Reminder[] => reminders.filter((one) => one.anchor === anchor);
  const starts = of('start');
  const opens = of('poolOpens');
  const needsLate = starts.length > 0 && starts.every(({ minutesBefore }) => minutesBefore > lateMinutes);
  const rounds = [
    ...starts.map((one) => roundOf(timetable, one, { baseAt: startsAt })),
    ...(needsLate ? [lateRound(timetable)] : []),
    ...of('signUpCloses').map((one) => roundOf(timetable, one, { baseAt: signUpClosesAt })),
    ...openings.flatMap(({ poolId, opensAt }) => [
      ...(opens.length > 0 ? opens : [openingDefault]).map((one) =>
        roundOf(timetable, one, { baseAt: opensAt, poolId }),
      ),
      ...lateOpening(timetable, { poolId, opensAt }),
    ]),
  ];
  return rounds.filter((round, index) => !rounds.slice(0, index).some((one) => isAtOnce(one, round)));
}

/** Reminders shifted to the same time by the night are sent once. */
function isAtOnce(left: Round, right: Round): boolean {
  return (
    left.anchor === right.anchor &&
    left.poolId === right.poolId &&
    left.dueAt.getTime() === right.dueAt.getTime()
  );
}

/** When a reminder is sent. */
export function momentOf(timeZone: string, { minutesBefore }: Reminder, baseAt: Date): Date {
  return outsideQuietHours(new Date(baseAt.getTime() - minutesBefore * minuteMs), baseAt, timeZone);
}

/** The name of a reminder, the prefix of its rounds. */
export function nameOf({ anchor, minutesBefore }: Reminder): string {
  return `${anchor}/${minutesBefore}`;
}

/** @throws DomainError `REMINDER_TWICE` naming the second of two at the same time */
export function requireDifferent(reminders: readonly Reminder[]): void {
  const names = reminders.map(nameOf);
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index >= 0) throw new DomainError('REMINDER_TWICE', { pointer: `/items/${index}/minutesBefore` });
}

function roundOf(
  { timeZone }: Timetable,
  reminder: Reminder,
  { baseAt, poolId = null }: { readonly baseAt: Date; readonly poolId?: string | null },
): Round {
  const key = [nameOf(reminder), ...(poolId === null ? [] : [poolId])].join('/');
  const dueAt = momentOf(timeZone, reminder, baseAt);
  return { key, anchor: reminder.anchor, poolId, isLate: false, baseAt, dueAt };
}

function lateRound({ timeZone, startsAt }: Timetable): Round {
  const dueAt = momentOf(timeZone, { anchor: 'start', minutesBefore: lateMinutes }, startsAt);
  return { key: 'start/late', anchor: 'start', poolId: null, isLate: true, baseAt: startsAt, dueAt };
}

/** No late round at night: the one before the opening has to suffice. */
function lateOpening({ timeZone }: Timetable, { poolId, opensAt }: Opening): Round[] {
  const isAtNight = outsideQuietHours(opensAt, opensAt, timeZone).getTime() !== opensAt.getTime();
  if (isAtNight) return [];
  const key = `poolOpens/late/${poolId}`;
  return [{ key, anchor: 'poolOpens', poolId, isLate: true, baseAt: opensAt, dueAt: opensAt }];
}
