import { describe, expect, it } from '@jest/globals';
import {
  type LoanToReturn,
  type OwnParticipation,
  participationEntry,
  returnEntry,
  signUpEntry,
  type SignUpWindow,
} from './calendar.model.js';

const own: OwnParticipation = {
  id: '019a0000-0000-7000-8000-000000000001',
  version: 1,
  state: 'confirmed',
  waitlistPlace: null,
  changedAt: new Date('2026-11-20T01:00:00Z'),
  activityId: '019a0000-0000-7000-8000-000000000002',
  activityVersion: 3,
  activityState: 'published',
  title: '亲子工厂一日游',
  venue: '一号车间',
  startsAt: new Date('2026-11-28T01:00:00Z'),
  endsAt: new Date('2026-11-28T08:00:00Z'),
};

const window: SignUpWindow = {
  activityId: own.activityId,
  version: 3,
  changedAt: own.changedAt,
  title: own.title,
  venue: null,
  startsAt: own.startsAt,
  timeZone: 'Asia/Shanghai',
  signUpOpensAt: new Date('2026-11-21T01:00:00Z'),
  signUpClosesAt: new Date('2026-11-25T10:00:00Z'),
};

describe('what somebody takes part in', () => {
  it.each<[Partial<OwnParticipation>, string, string]>([
    [{}, 'CONFIRMED', '亲子工厂一日游'],
    [{ activityState: 'closed' }, 'CONFIRMED', '亲子工厂一日游'],
    [{ state: 'waitlisted', waitlistPlace: 3 }, 'TENTATIVE', '【候补第3位】亲子工厂一日游'],
    [{ state: 'held' }, 'TENTATIVE', '亲子工厂一日游'],
    [{ state: 'cancelled' }, 'CANCELLED', '亲子工厂一日游'],
    [{ activityState: 'cancelled' }, 'CANCELLED', '亲子工厂一日游'],
    [
      { state: 'waitlisted', waitlistPlace: 3, activityState: 'cancelled' },
      'CANCELLED',
      '亲子工厂一日游',
    ] as const,
  ])('%j is %s, called %s', (changes, status, title) => {
    const entry = participationEntry({ ...own, ...changes }, 'zh-CN');
    expect([entry.status, entry.title]).toEqual([status, title]);
    expect(entry.isFree).toBe(status === 'CANCELLED');
  });

  it('speaks the language of whoever made the feed', () => {
    const waiting = participationEntry({ ...own, state: 'waitlisted', waitlistPlace: 3 }, 'en');
    expect([waiting.title, waiting.description]).toEqual([
      '[No. 3 in line] 亲子工厂一日游',
      'You are waiting: as soon as a seat is free, you have it.',
    ]);
  });

  it('keeps its name, and its number rises with all that happens to it', () => {
    const story: Partial<OwnParticipation>[] = [
      { state: 'waitlisted', waitlistPlace: 120_000 },
      { state: 'waitlisted', waitlistPlace: 500 },
      // Those ahead become fewer: no version changes.
      { state: 'waitlisted', waitlistPlace: 1 },
      { state: 'waitlisted', waitlistPlace: 1, activityVersion: 4 },
      { version: 2, activityVersion: 4 },
      { version: 3, activityVersion: 4, state: 'cancelled' },
      // Signed up again, at the end of another pool's waitlist.
      { version: 4, activityVersion: 4, state: 'waitlisted', waitlistPlace: 900 },
      { version: 4, activityVersion: 5, activityState: 'cancelled', state: 'waitlisted', waitlistPlace: 900 },
    ];
    const entries = story.map((changes) => participationEntry({ ...own, ...changes }, 'zh-CN'));
    expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set([`${own.id}@gongxiang`]));
    const numbers = entries.map(({ sequence }) => sequence);
    // 1 × 100,000 − 99,999 + 3 = 4; no waitlist place is higher than 99,999.
    expect(numbers[0]).toBe(4);
    // 2 × 100,000 − 0 + 4
    expect(numbers[4]).toBe(200_004);
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
  });
});

describe('a time to sign up', () => {
  it('is the window, takes no time of anybody, and says when the activity is', () => {
    expect(signUpEntry(window, 'zh-CN')).toMatchObject({
      uid: `sign-up-${own.activityId}@gongxiang`,
      sequence: 3,
      isFree: true,
      status: 'CONFIRMED',
      startsAt: window.signUpOpensAt,
      endsAt: window.signUpClosesAt,
      location: null,
      title: '可以报名：亲子工厂一日游',
      description: '活动时间：11月28日周六 09:00',
    });
    expect(signUpEntry({ ...window, venue: '一号车间' }, 'en').description).toBe(
      'Takes place Sat 28 Nov, 09:00\nWhere: 一号车间',
    );
  });

  it.each([
    // New York is five hours behind in November and four in July.
    [
      'E36, E37: the offset is that of the day',
      'America/New_York',
      '2027-07-01T13:00:00Z',
      '7月1日周四 09:00',
    ],
    ['E36: and in winter', 'America/New_York', '2026-12-01T14:00:00Z', '12月1日周二 09:00'],
    ['E39: the day is that of the zone', 'Asia/Shanghai', '2026-11-30T16:30:00Z', '12月1日周二 00:30'],
  ])('%s', (_what, timeZone, startsAt, when) => {
    const entry = signUpEntry({ ...window, timeZone, startsAt: new Date(startsAt) }, 'zh-CN');
    expect(entry.description).toBe(`活动时间：${when}`);
  });
});

describe('a thing to give back', () => {
  it('is due at the end of the loan', () => {
    const loan: LoanToReturn = {
      id: own.id,
      version: 2,
      changedAt: own.changedAt,
      resourceTitle: '投影仪',
      place: '三楼库房',
      endsAt: new Date('2026-11-28T09:00:00Z'),
    };
    expect(returnEntry(loan, 'zh-CN')).toMatchObject({
      title: '归还：投影仪',
      location: '三楼库房',
      path: `/loans/${own.id}`,
      isFree: true,
      // 17:00 less half an hour, in China
      startsAt: new Date('2026-11-28T08:30:00Z'),
      endsAt: loan.endsAt,
    });
  });
});
