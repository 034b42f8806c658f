import { daysAfter } from './calendar-date.js';

const lineBytesMax = 75;
const lineEnd = '\r\n';

/** Something that is due on a day, in a calendar. */
export interface DueDay {
  /** Stable as long as it is about the same thing: a calendar that has it from two places shows it once. */
  readonly uid: string;
  /** When it was last changed, so that the text stays the same as long as nothing is new. */
  readonly changedAt: Date;
  /** Rises with every change: calendars ignore a change otherwise. */
  readonly sequence: number;
  /** YYYY-MM-DD, in whichever zone the calendar is. */
  readonly on: string;
  readonly title: string;
  readonly description: string | null;
  /** The page of the portal; null where its address is not known. */
  readonly url: string | null;
  /** It reminds at nine in the morning of the day before. */
  readonly reminds: boolean;
}

/** The lines of a day that blocks nobody's time, in iCalendar (RFC 5545), neither folded nor ended. */
export function dueDayLines(due: DueDay): string[] {
  const { uid, changedAt, sequence, on, title, description, url, reminds } = due;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@gongxiang`,
    `DTSTAMP:${calendarInstant(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${calendarDay(on)}`,
    // Its end is the day after, which is not in it.
    `DTEND;VALUE=DATE:${calendarDay(daysAfter(on, 1))}`,
    `SUMMARY:${calendarValue(title)}`,
    ...(description === null ? [] : [`DESCRIPTION:${calendarValue(description)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
    ...(reminds ? alarmLines(title) : []),
    'END:VEVENT',
  ];
}

/** 15 hours before midnight. */
function alarmLines(title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${calendarValue(title)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
  ];
}

/** An instant in UTC, as calendars write it. */
export function calendarInstant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

function calendarDay(on: string): string {
  return on.replaceAll('-', '');
}

/** A text as the value of a line. Control characters other than a line break are not allowed. */
export function calendarValue(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** The lines as one text: each of at most 75 octets, further ones with a leading blank, without splitting a character. */
export function calendarText(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}${lineEnd}`).join('');
}

function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > lineBytesMax) {
      text += `${lineEnd} `;
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
