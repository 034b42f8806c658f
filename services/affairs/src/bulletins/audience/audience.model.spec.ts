import { describe, expect, it } from '@jest/globals';
import type {
  BulletinAudience,
  BulletinTarget,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import {
  audienceKeyOf,
  isAsked,
  isFor,
  isForMoreThanAsked,
  isReadByAllOf,
  isTargeted,
  isToldAsFollower,
  keysOf,
  targetKeyOf,
  targetOf,
  targetRangeOf,
} from './audience.model.js';

const union = { unionId: 'left', unionPath: '1.4.' };
const own = { unionId: 'left', unionPath: '1.4.' };
const below = { unionId: 'shop', unionPath: '1.4.9.' };
const beside = { unionId: 'right', unionPath: '1.40.' };
const nobody = null;
const homeless = { unionId: null, unionPath: null };

describe('the target of a bulletin', () => {
  it.each([
    [{ audience: 'sizeClass' }, '/sizeClass'],
    [{ audience: 'sizeClass', neighbourKm: 5 }, '/sizeClass'],
    [{ audience: 'neighbours', sizeClass: 'small' }, '/neighbourKm'],
  ] as const)('%j is refused at %s', (said, pointer) => {
    expect(() => targetOf(said)).toThrow(
      expect.objectContaining({
        code: 'BULLETIN_AUDIENCE_UNSAID',
        errors: [expect.objectContaining({ pointer })],
      }),
    );
  });

  it.each([
    [{ audience: 'members', sizeClass: 'small', neighbourKm: 5 }, null, null, 'members/u', false],
    [{ audience: 'sizeClass', sizeClass: 'small', neighbourKm: 5 }, 'small', null, 'sizeClass/u/small', true],
    [{ audience: 'neighbours', sizeClass: 'small', neighbourKm: 5 }, null, 5, 'neighbours/u/5', true],
  ] as const)('%j keeps what it needs, and has one key', (said, sizeClass, neighbourKm, key, targeted) => {
    const target = targetOf(said);
    expect(target).toEqual({ audience: said.audience, sizeClass, neighbourKm });
    expect(targetKeyOf(target, 'u')).toBe(key);
    expect(isTargeted(target.audience)).toBe(targeted);
  });

  it.each([
    ['union', '1.4.'],
    ['sizeClass', '1.4.'],
    ['neighbours', '1.'],
  ] as const)('%s is sought from %s', (audience, start) => {
    expect(targetRangeOf(audience, '1.4.').start).toBe(start);
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
    const bulletin = (audience: BulletinAudience, of: typeof own) => ({
      ...of,
      audience,
      audienceKey: audienceKeyOf(audience, of.unionId),
    });
    expect(isReadByAllOf(bulletin(cited, citedUnion), bulletin(citing, citingUnion))).toBe(expected);
  });

  it.each([
    ['members', 'sizeClass', true],
    ['members', 'neighbours', false],
    ['sizeClass', 'sizeClass', true],
    ['sizeClass', 'members', false],
    ['neighbours', 'union', false],
    ['public', 'neighbours', true],
  ] as const)('what is for %s, cited for %s of the same union: %s', (cited, citing, expected) => {
    const bulletin = (audience: BulletinTarget) => ({ ...own, audience, audienceKey: `${audience}/left` });
    expect(isReadByAllOf(bulletin(cited), bulletin(citing))).toBe(expected);
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
