import { describe, expect, it } from '@jest/globals';
import { hasLeft, isMemberOn } from './membership.model.js';

const day = '2026-11-20';

describe('a membership', () => {
  it.each([
    // state, from, to, is a member, has left
    ['active', '2020-01-01', null, true, false],
    ['active', null, null, true, false],
    ['active', '2020-01-01', '2026-11-21', true, false],
    // The last day is the one before `validTo`.
    ['active', '2020-01-01', '2026-11-20', false, true],
    ['active', '2026-11-21', null, false, false],
    ['imported', '2020-01-01', null, false, false],
    ['ended', '2020-01-01', null, false, true],
  ])('%s from %s to %s: holds %s, is over %s', (state, validFrom, validTo, holds, isOver) => {
    const term = { state, validFrom, validTo };
    expect([isMemberOn(term, day), hasLeft(term, day)]).toEqual([holds, isOver]);
  });
});
