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

const lineBytesMax = 75;
const lineEnd = '\r\n';

/** A calendar file (RFC 5545) with one event. It has no METHOD: PUBLISH would ask for an organizer. */
export function calendarFileOf(event: CalendarEvent, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongxiang//Activity//ZH',
    'BEGIN:VEVENT',
    `UID:${event.registrationId}@gongxiang`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(new Date(event.startsAt))}`,
    `DTEND:${utc(new Date(event.endsAt))}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.venue === null ? [] : [`LOCATION:${escaped(event.venue)}`]),
    `URL:${event.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}${lineEnd}`).join('');
}

function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Control characters other than a line break are not allowed. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** Lines of at most 75 octets, each after the first with a leading blank, without splitting a character. */
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
