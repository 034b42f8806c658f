import {
  calendarInstant,
  calendarText,
  calendarValue,
  type DueDay,
  dueDayLines,
} from '@gongxiang/domain/calendar-lines';

/** One activity in a calendar. */
export interface CalendarEvent {
  /** The same as in the subscription: a calendar that has both shows it once. */
  readonly registrationId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venue: string | null;
  readonly url: string;
}

/** A calendar file (RFC 5545) with one event. It has no METHOD: PUBLISH would ask for an organizer. */
export function calendarFileOf(event: CalendarEvent, now: Date): string {
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongxiang//Activity//ZH',
    'BEGIN:VEVENT',
    `UID:${event.registrationId}@gongxiang`,
    `DTSTAMP:${calendarInstant(now)}`,
    `DTSTART:${calendarInstant(new Date(event.startsAt))}`,
    `DTEND:${calendarInstant(new Date(event.endsAt))}`,
    `SUMMARY:${calendarValue(event.title)}`,
    ...(event.venue === null ? [] : [`LOCATION:${calendarValue(event.venue)}`]),
    `URL:${event.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${calendarValue(event.title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

/** A calendar file with something that is due on a day. */
export function dueDayFileOf(due: DueDay): string {
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongxiang//Assignment//ZH',
    ...dueDayLines(due),
    'END:VCALENDAR',
  ]);
}
