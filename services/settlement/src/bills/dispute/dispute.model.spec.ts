import { describe, expect, it } from '@jest/globals';
import { disputeStates } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import {
  decidingPath,
  type DisputeStep,
  isReferred,
  mayDecide,
  nextDispute,
  requireDecision,
  speaksFor,
  type Standing,
  type Talk,
  talkUntil,
} from './dispute.model.js';

const openedAt = new Date('2026-11-01T09:00:00Z');
const open: Talk = { state: 'open', talkUntil: talkUntil(openedAt), referredAt: null };
const later = (days: number): Date => new Date(openedAt.getTime() + days * 86_400_000);

describe('a dispute', () => {
  it.each<[DisputeStep, string]>([
    ['dismiss', 'dismissed'],
    ['uphold', 'upheld'],
    ['withdraw', 'withdrawn'],
  ])('that is open ends by %s as %s, and only once', (step, end) => {
    expect(nextDispute('open', step)).toBe(end);
    for (const state of disputeStates.filter((one) => one !== 'open'))
      expect(() => nextDispute(state, step)).toThrow(expect.objectContaining({ code: 'DISPUTE_ENDED' }));
  });

  it.each([
    // Two districts below the root; two unions of a district; one below the other; one of them the root; three.
    [['1.1.4.', '1.2.1.'], '1.'],
    [['1.1.4.', '1.1.5.'], '1.1.'],
    [['1.1.', '1.1.5.'], '1.'],
    [['1.', '1.1.5.'], '1.'],
    [['1.1.4.1.', '1.1.4.2.', '1.1.5.'], '1.1.'],
    // A number that begins like another is another union.
    [['1.1.', '1.12.'], '1.'],
  ])('between %j is decided at %s', (sides, path) => {
    expect(decidingPath(sides)).toBe(path);
    expect(decidingPath([...sides].reverse())).toBe(path);
  });

  it.each([
    [6.99, null, false],
    [7, null, true],
    [0, later(0), true],
  ])('after %f days, referred at %s, lies with the union above: %s', (days, referredAt, expected) => {
    expect(isReferred({ ...open, referredAt }, later(days))).toBe(expected);
  });

  const nobody: Standing = { decides: false, grants: false, isOpener: false, tookPart: false };
  it.each<[string, DisputeStep, Partial<Standing>, number, string | null]>([
    // who, step, standing, days since it was opened, refused with
    ['nobody in particular', 'uphold', {}, 8, 'NOT_PERMITTED'],
    ['who is above both, in the time to talk', 'dismiss', { decides: true }, 1, 'DISPUTE_IN_TALK'],
    ['who is above both, afterwards', 'dismiss', { decides: true }, 7, null],
    ['who is above both, afterwards', 'uphold', { decides: true }, 7, null],
    ['the other side, at once', 'uphold', { grants: true }, 0, null],
    ['the other side', 'dismiss', { grants: true }, 8, 'NOT_PERMITTED'],
    ['who raised it and is above both', 'uphold', { decides: true, isOpener: true }, 8, 'SAME_PERSON'],
    ['who approved the costs', 'dismiss', { decides: true, tookPart: true }, 8, 'SAME_PERSON'],
    ['who approved the costs and agrees', 'uphold', { grants: true, tookPart: true }, 0, null],
    ['who raised it and approved it', 'uphold', { grants: true, isOpener: true }, 0, 'SAME_PERSON'],
  ])('E83: %s may %s', (_who, step, standing, days, code) => {
    const decide = (): void => requireDecision(open, step, { ...nobody, ...standing }, later(days));
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(expect.objectContaining({ code }));
    expect(mayDecide(open, step, { ...nobody, ...standing }, later(days))).toBe(code === null);
  });

  const sides = [
    { unionId: 'a', path: '1.1.4.' },
    { unionId: 'b', path: '1.1.5.' },
  ];
  it.each([
    [['1.1.4.'], 'a'],
    [['1.1.5.', '1.2.'], 'b'],
    [['1.1.'], 'above'],
    [['1.2.'], null],
    [[], null],
  ])('hears who has roles at %j speak for %s', (reach, union) => {
    expect(speaksFor(reach, sides, 'above')).toBe(union);
  });
});
