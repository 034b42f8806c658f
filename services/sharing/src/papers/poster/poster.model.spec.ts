import { describe, expect, it } from '@jest/globals';
import { type PostedActivity, posterFacts } from './poster.model.js';

const activity: PostedActivity = {
  title: '亲子工厂一日游',
  venue: '一号车间',
  organiserName: '江城重工工会',
  coHostNames: [],
  startsAt: new Date('2026-11-21T01:00:00Z'),
  endsAt: new Date('2026-11-21T08:00:00Z'),
  timeZone: 'Asia/Shanghai',
  companionsMax: 0,
  rules: null,
  signUpOpensAt: new Date('2026-11-10T00:00:00Z'),
  signUpClosesAt: new Date('2026-11-19T10:00:00Z'),
};
const free = {
  unionNames: [],
  clubNames: [],
  groupNames: [],
  sizeClasses: [],
  ageFrom: null,
  ageTo: null,
  sex: null,
};

const said = (changes: Partial<PostedActivity>, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  Object.fromEntries(
    posterFacts({ ...activity, ...changes }, locale).map(({ label, value }) => [label, value]),
  );

describe('a poster', () => {
  it('says when in the zone of the activity, with the day of the week', () => {
    expect(said({})['时间']).toBe('2026年11月21日星期六 09:00 — 16:00');
    expect(said({ timeZone: 'America/New_York' })['时间']).toMatch(/^2026年11月20日星期五 20:00/);
    expect(said({}, 'en')['When']).toBe('Saturday, November 21, 2026 09:00 — 16:00');
  });

  it('names both days where it goes on', () => {
    expect(said({})['报名']).toBe('2026年11月10日星期二 08:00 — 2026年11月19日星期四 18:00');
  });

  it('names hosts, but no person, and leaves no line empty', () => {
    expect(said({ organiserName: null })).not.toHaveProperty('主办');
    expect(said({ coHostNames: ['绿源食品工会', '恒达模具工会'] })['协办']).toBe(
      '绿源食品工会、恒达模具工会',
    );
    expect(said({})).not.toHaveProperty('协办');
    expect(said({ venue: null })['地点']).toBe('另行通知');
  });

  it.each([
    [null, 0, '各工会会员'],
    [null, 2, '各工会会员；每人可带同行 2 人'],
    [{ ...free, unionNames: ['甲工会', '乙工会'] }, 0, '甲工会、乙工会的会员'],
    [{ ...free, sizeClasses: ['small' as const, 'micro' as const] }, 0, '各工会会员；限小型、微型企业的职工'],
    [
      { ...free, neighbours: { withinKm: 5, samePark: false }, employmentKinds: ['newForm' as const] },
      0,
      '各工会会员；限距主办工会 5 公里以内的工会；限新就业形态职工',
    ],
    [
      { ...free, neighbours: { withinKm: null, samePark: true }, clubNames: ['跑友俱乐部'] },
      0,
      '各工会会员；限与主办工会同园区的工会；限跑友俱乐部的成员',
    ],
    [{ ...free, ageFrom: 18, ageTo: 35 }, 0, '各工会会员；18 至 35 周岁'],
    [{ ...free, ageFrom: 18 }, 0, '各工会会员；18 周岁及以上'],
    [{ ...free, ageTo: 35, sex: 'female' as const }, 0, '各工会会员；35 周岁及以下；限女职工'],
  ])('says in words who may come: %j, %i companions', (rules, companionsMax, expected) => {
    expect(said({ rules, companionsMax })['参加对象']).toBe(expected);
  });
});
