import { describe, expect, it } from '@jest/globals';
import {
  bulletinExcerptMax,
  type BulletinState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  type BulletinAct,
  excerptOf,
  isShown,
  nextBulletinState,
  requirePeriod,
  requireRemindable,
} from './bulletin.model.js';

describe('the state of a bulletin', () => {
  const states = ['draft', 'published', 'withdrawn'] as const;
  it.each<[BulletinAct, BulletinState, BulletinState]>([
    ['change', 'draft', 'draft'],
    ['publish', 'draft', 'published'],
    ['correct', 'published', 'published'],
    ['withdraw', 'published', 'withdrawn'],
    ['restore', 'withdrawn', 'published'],
  ])('by %s goes from %s to %s, and from no other', (act, from, to) => {
    expect(nextBulletinState(from, act)).toBe(to);
    for (const other of states.filter((state) => state !== from))
      expect(() => nextBulletinState(other, act)).toThrow('BULLETIN_STATE');
  });
});

describe('the time of a bulletin', () => {
  const now = new Date('2026-11-27T08:00:00Z');
  const before = new Date('2026-11-27T07:00:00Z');
  const after = new Date('2026-11-27T09:00:00Z');

  it.each([
    ['published', before, null, true],
    ['published', now, after, true],
    ['published', after, null, false],
    ['published', before, now, false],
    ['withdrawn', before, null, true],
    ['draft', before, null, false],
    ['draft', null, null, false],
  ] as const)('%s from %s until %s: shown %s', (state, shownFrom, shownUntil, expected) => {
    expect(isShown({ state, shownFrom, shownUntil }, now)).toBe(expected);
  });

  it('ends after it begins', () => {
    expect(() => requirePeriod(now, after)).not.toThrow();
    expect(() => requirePeriod(null, before)).not.toThrow();
    expect(() => requirePeriod(now, now)).toThrow('BULLETIN_PERIOD_REVERSED');
  });

  it('has one reminder in 24 hours', () => {
    expect(() => requireRemindable(null, now)).not.toThrow();
    expect(() => requireRemindable(new Date('2026-11-26T08:00:00Z'), now)).not.toThrow();
    expect(() => requireRemindable(new Date('2026-11-26T08:00:01Z'), now)).toThrow('BULLETIN_REMINDED');
  });
});

describe('the first words', () => {
  it.each([
    ['# 标题\n\n正文 **重点**，见[通知](https://a.example/x)。', '标题 正文 重点，见通知。'],
    ['- 一\n- 二\n\n1. 三', '一 二 三'],
    ['![图](a.png)', '图'],
    ['***', '…'],
  ])('of %j are %j', (text, expected) => {
    expect(excerptOf(text, bulletinExcerptMax)).toBe(expected);
  });

  it('end with an ellipsis where there is more', () => {
    const excerpt = excerptOf('文'.repeat(bulletinExcerptMax + 1), bulletinExcerptMax);
    expect(excerpt).toBe(`${'文'.repeat(bulletinExcerptMax - 1)}…`);
    expect(excerptOf('文'.repeat(bulletinExcerptMax), bulletinExcerptMax)).toHaveLength(bulletinExcerptMax);
  });
});
