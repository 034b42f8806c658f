import { describe, expect, it } from '@jest/globals';
import {
  defaultTimeZone,
  fenOf,
  formatFen,
  formatInstant,
  formatDays,
  formatMonth,
  formatMonthDay,
  formatNumber,
  formatPeriod,
  formatWeekday,
  instantOf,
  isLocale,
  localTimeOf,
  yuanOf,
} from './format.js';

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

describe('a month', () => {
  it('is said with its year', () => {
    expect(formatDays('2026-01-01', '2026-11-30', 'zh-CN')).toBe('2026年1月1日–11月30日');
    expect(formatDays('2025-12-01', '2026-11-30', 'zh-CN')).toBe('2025年12月1日–2026年11月30日');
    expect(formatDays('2026-01-01', '2026-11-30', 'en')).toMatch(/^Jan 1\s–\sNov 30, 2026$/);
    expect(formatMonth('2026-11', 'zh-CN')).toBe('2026年11月');
    expect(formatMonth('2026-11', 'en')).toBe('November 2026');
    expect([formatMonthDay('08-24', 'zh-CN'), formatMonthDay('02-29', 'en')]).toEqual([
      '8月24日',
      'February 29',
    ]);
  });
});

describe('a day of the week', () => {
  it('has its short name', () => {
    expect([formatWeekday('MO', 'zh-CN'), formatWeekday('SU', 'zh-CN')]).toEqual(['周一', '周日']);
    expect([formatWeekday('MO', 'en'), formatWeekday('SU', 'en')]).toEqual(['Mon', 'Sun']);
  });
});

describe('money', () => {
  it.each([
    ['0', '¥0.00'],
    ['5', '¥0.05'],
    ['186550', '¥1,865.50'],
    ['-186550', '−¥1,865.50'],
    ['900719925474099301', '¥9,007,199,254,740,993.01'], // beyond what a float can hold
  ])('of %s fen reads %s', (fen, text) => {
    expect(formatFen(fen, 'zh-CN')).toBe(text);
  });

  it.each([
    ['1865.5', '186550'],
    ['1,865.50', '186550'],
    ['0.05', '5'],
    ['12', '1200'],
    ['1.005', null],
    ['-1', null],
    ['', null],
    ['12a', null],
  ])('typed as %j is %s fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it('comes back as it was typed', () => {
    expect([yuanOf('186550'), yuanOf('5'), yuanOf('-100')]).toEqual(['1865.50', '0.05', '-1.00']);
  });
});

describe('the time in a field', () => {
  it.each([
    ['2026-11-20T09:00', 'Asia/Shanghai', '2026-11-20T01:00:00.000Z'],
    ['2026-11-20T00:30', 'Asia/Shanghai', '2026-11-19T16:30:00.000Z'],
    ['2026-11-20T09:00', 'Asia/Urumqi', '2026-11-20T03:00:00.000Z'],
    ['2026-07-01T12:00', 'Europe/Paris', '2026-07-01T10:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
    expect(localTimeOf(instant, zone)).toBe(local);
  });
});
