import { describe, expect, it } from '@jest/globals';
import { convertIcsCalendar, type IcsCalendar } from 'ts-ics';
import type { CalendarEntry } from './calendar.model.js';
import { calendarText } from './calendar-text.js';

const origin = 'https://union.example';

const entry: CalendarEntry = {
  uid: '019a0000-0000-7000-8000-000000000001@gongxiang',
  sequence: 100_003,
  changedAt: new Date('2026-11-20T01:02:03.456Z'),
  startsAt: new Date('2026-11-28T01:00:00Z'),
  endsAt: new Date('2026-11-28T08:00:00Z'),
  title: '亲子工厂一日游',
  description: '已报名。',
  location: '一号车间',
  status: 'CONFIRMED',
  isFree: false,
  path: '/activities/019a0000-0000-7000-8000-000000000002',
};

const textOf = (changes: Partial<CalendarEntry> = {}): string =>
  calendarText([{ ...entry, ...changes }], 'zh-CN', origin);

const parsed = (text: string): IcsCalendar => convertIcsCalendar(undefined, text);

/** The unfolded lines, by RFC 5545, 3.1. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

const hostile = [
  '甲,乙;丙\\丁',
  '第一行\n第二行',
  '回车\r\n换行\r单独',
  '结尾的反斜杠\\',
  '\\n 不是换行',
  'END:VEVENT',
  '引号"与冒号:',
  '工'.repeat(200),
  `a${'𠮷'.repeat(100)}`,
  `${'x'.repeat(66)}工会`,
  ' 前后有空格 ',
];

describe('a calendar as text', () => {
  it('is read back as it was written', () => {
    const { events, name, prodId, version } = parsed(textOf({ isFree: true, status: 'TENTATIVE' }));
    // The library's parser leaves line ends behind the last field before the events.
    expect([version, prodId, name?.trim()]).toEqual(['2.0', '-//Gongxiang//Calendar feed//zh-CN', '工享']);
    expect(events).toHaveLength(1);
    expect(events?.[0]).toMatchObject({
      uid: entry.uid,
      sequence: 100_003,
      summary: entry.title,
      location: entry.location,
      description: entry.description,
      status: 'TENTATIVE',
      timeTransparent: 'TRANSPARENT',
      url: `${origin}${entry.path}`,
      start: { date: entry.startsAt },
      end: { date: entry.endsAt },
    });
  });

  it('says CANCELLED with the number of the change', () => {
    expect(unfolded(textOf({ status: 'CANCELLED', sequence: 200_003 }))).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:200003']),
    );
  });

  it('E36, E38: tells times in UTC, and nothing of any zone', () => {
    expect(unfolded(textOf())).toEqual(
      expect.arrayContaining(['DTSTART:20261128T010000Z', 'DTEND:20261128T080000Z']),
    );
    expect(textOf()).not.toContain('TZID');
  });

  it('is the same text as long as nothing is new: its stamp is that of the last change', () => {
    expect(unfolded(textOf())).toContain('DTSTAMP:20261120T010203Z');
    expect(textOf()).toBe(textOf());
  });

  it('asks nobody for an answer: neither METHOD nor ORGANIZER nor ATTENDEE', () => {
    expect(textOf()).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE|VALARM)/m);
  });

  it('has no address of events where it does not know its own, and no place where there is none', () => {
    expect(calendarText([entry], 'en', '')).not.toContain('URL:');
    expect(textOf({ location: null })).not.toContain('LOCATION');
  });

  it('is a calendar also where there is nothing in it', () => {
    expect(calendarText([], 'en', origin)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Gongxiang//Calendar feed//en',
        'CALSCALE:GREGORIAN',
        'X-WR-CALNAME:Gongxiang',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });
});

describe('what people typed', () => {
  it.each(hostile)('stays one text, in lines of at most 75 octets of whole characters: %j', (title) => {
    const text = textOf({ title, description: title, location: title });
    const lines = Buffer.from(text).toString('latin1').split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => line.length > 75)).toEqual([]);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const line of lines) expect(() => decoder.decode(Buffer.from(line, 'latin1'))).not.toThrow();
    // No line end but CRLF, and no other control character.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    const escaped = title
      .replace(/\r\n?/g, '\n')
      .replace(/[\\;,]/g, (one) => `\\${one}`)
      .replaceAll('\n', '\\n');
    const names = ['SUMMARY', 'DESCRIPTION', 'LOCATION'];
    expect(unfolded(text)).toEqual(expect.arrayContaining(names.map((name) => `${name}:${escaped}`)));
    expect(unfolded(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it.each(hostile.filter((text) => text !== 'END:VEVENT'))('is read back by the library: %j', (title) => {
    expect(parsed(textOf({ title })).events?.[0]?.summary).toBe(title.replace(/\r\n?/g, '\n'));
  });

  it('loses what no text of a calendar can hold', () => {
    expect(unfolded(textOf({ title: '甲\u0007乙\t丙\u2028丁' }))).toContain('SUMMARY:甲 乙 丙\\n丁');
  });
});
