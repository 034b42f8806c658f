import { describe, expect, it } from '@jest/globals';
import { calendarText, calendarValue, dueDayLines } from './calendar-lines.js';

const due = {
  uid: 'assignment-part-1',
  changedAt: new Date('2026-11-20T04:00:00.500Z'),
  sequence: 3,
  on: '2026-12-31',
  title: '截止：元旦值班, 名单',
  description: null,
  url: 'https://example.test/assignment-parts/1',
  reminds: true,
};

describe('a day on which something is due', () => {
  it('is that whole day over the turn of a year, blocks no time and reminds the morning before', () => {
    expect(dueDayLines(due)).toEqual([
      'BEGIN:VEVENT',
      'UID:assignment-part-1@gongxiang',
      'DTSTAMP:20261120T040000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:截止：元旦值班\\, 名单',
      'URL:https://example.test/assignment-parts/1',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:截止：元旦值班\\, 名单',
      'TRIGGER:-PT15H', // 24:00 − 15 h = 09:00
      'END:VALARM',
      'END:VEVENT',
    ]);
  });

  it('says nothing of what is not known, and does not remind of what is done', () => {
    const lines = dueDayLines({ ...due, url: null, description: '由 A 下达', reminds: false });
    expect(lines.filter((line) => /^(URL|BEGIN:VALARM)/.test(line))).toEqual([]);
    expect(lines).toContain('DESCRIPTION:由 A 下达');
  });
});

describe('a value', () => {
  it.each([
    ['一楼, 东门; 左', '一楼\\, 东门\\; 左'],
    ['一楼\r\n东门\u0007', '一楼\\n东门 '],
    ['a\\b', 'a\\\\b'],
  ])('%j is written as %j', (text, written) => {
    expect(calendarValue(text)).toBe(written);
  });
});

it('folds long lines at 75 octets, a Chinese character whole', () => {
  // SUMMARY: takes 8 octets, so 22 characters of 3 fit into the first line: 8 + 66 = 74
  const text = calendarText([`SUMMARY:${'工'.repeat(40)}`]);
  expect(text).toBe(`SUMMARY:${'工'.repeat(22)}\r\n ${'工'.repeat(18)}\r\n`);
});
