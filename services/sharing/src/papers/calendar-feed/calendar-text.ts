import { generateIcsEvent, generateIcsText } from 'ts-ics';
import type { Locale } from '@gongxiang/domain';
import { calendarText as foldedText } from '@gongxiang/domain/calendar-lines';
import type { CalendarEntry } from './calendar.model.js';
import { calendarWords } from './calendar-words.model.js';

const lineEnd = '\r\n';
/** The refresh interval we suggest; most calendars decide for themselves. */
const refresh = 'PT1H';

/**
 * A calendar in RFC 5545 format. The library writes the events. We fix three of its bugs: it folds by UTF-16 units,
 * hence lines of Chinese at three times the permitted length and split characters; it leaves a bare CR in a text; it
 * puts calendar properties behind the events, and the name unescaped.
 * There is no METHOD, since PUBLISH requires an ORGANIZER: a calendar that finds one sends them answers to
 * invitations that nobody has sent.
 * @param origin of the portal, for the address of each event; without it events have none
 */
export function calendarText(entries: readonly CalendarEntry[], locale: Locale, origin: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Gongxiang//Calendar feed//${locale}`,
    'CALSCALE:GREGORIAN',
    ...linesOf(generateIcsText('X-WR-CALNAME', calendarWords[locale].name)),
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...entries.flatMap((entry) => linesOf(eventText(entry, origin))),
    'END:VCALENDAR',
  ];
  return foldedText(lines);
}

function eventText(entry: CalendarEntry, origin: string): string {
  return generateIcsEvent(
    {
      uid: entry.uid,
      // Without METHOD this means the time of the last change, not of the request: the text stays the same as long as
      // nothing is new.
      stamp: { date: entry.changedAt },
      sequence: entry.sequence,
      // In UTC: each event happens once, and the offset of its own day was applied when the instant was computed.
      start: { date: entry.startsAt },
      end: { date: entry.endsAt },
      summary: plain(entry.title),
      description: plain(entry.description),
      ...(entry.location === null ? {} : { location: plain(entry.location) }),
      ...(origin === '' ? {} : { url: `${origin}${entry.path}` }),
      status: entry.status,
      timeTransparent: entry.isFree ? 'TRANSPARENT' : 'OPAQUE',
    },
    { skipFormatLines: true },
  );
}

function linesOf(text: string): string[] {
  return text.split(lineEnd).filter((line) => line !== '');
}

/** Normalises line breaks to the one of the format and drops other control characters, which it does not allow. */
function plain(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
}
