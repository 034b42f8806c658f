import { describe, expect, it } from '@jest/globals';
import { defaultTimeZone, formatInstant, formatNumber, formatPeriod, isLocale } from './format.js';

const now = new Date('2026-11-20T00:00:00Z');
const zh = { locale: 'zh-CN', timeZone: defaultTimeZone, now } as const;
const en = { locale: 'en', timeZone: defaultTimeZone, now } as const;

describe('times', () => {
  it('are told in the zone of the activity, whatever the zone of the reader', () => {
    // 16:30 in Greenwich is half past midnight of the next day in Shanghai.
    expect(formatInstant('2026-11-20T16:30:00Z', zh)).toBe('11月21日周六 00:30');
    expect(formatInstant('2026-11-20T16:30:00Z', { ...zh, timeZone: 'Asia/Urumqi' })).toBe(
      '11月20日周五 22:30',
    );
  });

  it('name the year only where it is another', () => {
    expect(formatInstant('2027-01-02T01:00:00Z', zh)).toBe('2027年1月2日周六 09:00');
    expect(formatInstant('2026-12-31T17:00:00Z', zh)).toBe('2027年1月1日周五 01:00');
  });

  it('follow the language', () => {
    expect(formatInstant('2026-11-21T01:00:00Z', en)).toBe('Sat, Nov 21 09:00');
  });

  it('say the day once where a period begins and ends on it', () => {
    expect(formatPeriod('2026-11-21T01:00:00Z', '2026-11-21T09:00:00Z', zh)).toBe(
      '11月21日周六 09:00 – 17:00',
    );
    expect(formatPeriod('2026-11-21T01:00:00Z', '2026-11-22T09:00:00Z', zh)).toBe(
      '11月21日周六 09:00 – 11月22日周日 17:00',
    );
  });
});

it('groups the digits of numbers', () => {
  expect(formatNumber(12_345, 'zh-CN')).toBe('12,345');
});

it('knows its languages', () => {
  expect([isLocale('zh-CN'), isLocale('en'), isLocale('fr'), isLocale(null)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
