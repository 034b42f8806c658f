import { describe, expect, it } from '@jest/globals';
import {
  bulletinExcerptMax,
  type BulletinState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  audienceKeyOf,
  type BulletinAct,
  excerptOf,
  isAsked,
  isFor,
  isForMoreThanAsked,
  isReadByAllOf,
  isShown,
  isToldAsFollower,
  keysOf,
  nextBulletinState,
  requirePeriod,
  requireRemindable,
} from './bulletin.model.js';

const union = { unionId: 'left', unionPath: '1.4.' };
const own = { unionId: 'left', unionPath: '1.4.' };
const below = { unionId: 'shop', unionPath: '1.4.9.' };
const beside = { unionId: 'right', unionPath: '1.40.' };
const nobody = null;
const homeless = { unionId: null, unionPath: null };

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

describe('whether all for whom a bulletin is may read another', () => {
  const above = { unionId: 'root', unionPath: '1.' };
  it.each([
    ['what is for anybody', 'public', own, 'public', own, true],
    ['what is for members, from what anybody reads', 'members', own, 'public', own, false],
    ['what is for members of a union above', 'members', above, 'members', own, true],
    ['what is for members of the same union', 'members', own, 'members', own, true],
    ['what is for members of a union below', 'members', below, 'members', own, false],
    ['what is for members of one beside', 'members', beside, 'union', own, false],
    ['what is for a union alone, from what those below read', 'union', own, 'members', own, false],
    ['what is for a union alone, from what is for it alone', 'union', own, 'union', own, true],
    ['what is for the union above alone', 'union', above, 'union', own, false],
  ] as const)('%s', (_name, cited, citedUnion, citing, citingUnion, expected) => {
    const of = { ...citedUnion, audience: cited };
    expect(isReadByAllOf(of, { ...citingUnion, audience: citing })).toBe(expected);
  });
});

describe('whom a bulletin is for', () => {
  it.each([
    ['public', [true, true, true, true, true]],
    ['members', [true, true, false, false, false]],
    ['union', [true, false, false, false, false]],
  ] as const)('%s: own, below, beside, without a union, not signed in', (audience, expected) => {
    const bulletin = { ...union, audience };
    expect([own, below, beside, homeless, nobody].map((reader) => isFor(bulletin, reader))).toEqual(expected);
  });

  it('is found by the same key as its readers look for', () => {
    expect(keysOf('left', ['root', 'left'])).toEqual([
      'public',
      'union/left',
      'members/root',
      'members/left',
    ]);
    expect(keysOf(null, [])).toEqual(['public']);
    expect(audienceKeyOf('members', 'left')).toBe('members/left');
  });

  it('asks members alone to confirm what anybody may read', () => {
    const bulletin = { ...union, audience: 'public', mustRead: true } as const;
    expect([own, below, beside, nobody].map((reader) => isAsked(bulletin, reader))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isAsked({ ...bulletin, mustRead: false }, own)).toBe(false);
  });
});

describe('whom of its followers it is told', () => {
  const author = { personId: 'author', ...own };
  const follower = (where: typeof own | typeof homeless) => ({ personId: 'follower', ...where });

  it.each([
    ['public', false, [true, true, true, true]],
    ['members', false, [true, true, false, false]],
    ['union', false, [true, false, false, false]],
    // Whoever must read it is notified of that.
    ['public', true, [false, false, true, true]],
    ['members', true, [false, false, false, false]],
  ] as const)('of what is for %s, must read: %s', (audience, mustRead, expected) => {
    const bulletin = { audience, mustRead, createdBy: 'author', ...union };
    expect(
      [own, below, beside, homeless].map((where) => isToldAsFollower(bulletin, follower(where))),
    ).toEqual(expected);
    expect(isToldAsFollower(bulletin, author)).toBe(false);
    expect(isForMoreThanAsked(bulletin)).toBe(expected.some((told) => told));
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
