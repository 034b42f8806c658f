import { describe, expect, it } from '@jest/globals';
import { calendarFileOf, dueDayFileOf } from './calendar-event.model.js';

const event = {
  registrationId: '019a0000-0000-7000-8000-000000000001',
  title: '亲子日',
  startsAt: '2026-12-19T09:00:00+08:00',
  endsAt: '2026-12-19T11:30:00+08:00',
  venue: null,
  url: 'https://example.test/activities/a',
};
const now = new Date('2026-11-20T04:00:00.500Z');
const linesOf = (given: Partial<typeof event> | { venue: string }) =>
  calendarFileOf({ ...event, ...given }, now).split('\r\n');

describe('the calendar file of an activity', () => {
  it('has its times in UTC, and the identity that the subscription gives it', () => {
    const lines = linesOf({});
    // 09:00 in China is 01:00 in UTC
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20261219T010000Z', 'DTEND:20261219T033000Z']));
    expect(lines).toContain('UID:019a0000-0000-7000-8000-000000000001@gongxiang');
    expect(lines).toContain('DTSTAMP:20261120T040000Z');
    expect(lines.filter((line) => line.startsWith('LOCATION'))).toEqual([]);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  it.each([
    ['一楼, 东门; 左', 'LOCATION:一楼\\, 东门\\; 左'],
    ['一楼\r\n东门\u0007', 'LOCATION:一楼\\n东门 '],
    ['a\\b', 'LOCATION:a\\\\b'],
  ])('escapes %j', (venue, line) => {
    expect(linesOf({ venue })).toContain(line);
  });

  it('folds long lines at 75 octets, a Chinese character whole', () => {
    const title = '工'.repeat(40);
    // SUMMARY: takes 8 octets, so 22 characters of 3 fit into the first line: 8 + 66 = 74
    expect(linesOf({ title })).toEqual(
      expect.arrayContaining([`SUMMARY:${'工'.repeat(22)}`, ` ${'工'.repeat(18)}`]),
    );
  });
});

it('a day by which something is due is a calendar of its own', () => {
  const lines = dueDayFileOf({
    uid: 'assignment-part-1',
    changedAt: now,
    sequence: 2,
    on: '2026-12-15',
    title: 'Due: Roster',
    description: null,
    url: 'https://example.test/assignment-parts/1',
    reminds: true,
  }).split('\r\n');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTART;VALUE=DATE:20261215',
      'DTEND;VALUE=DATE:20261216',
      'SUMMARY:Due: Roster',
    ]),
  );
});
