import { describe, expect, it } from '@jest/globals';
import { joined, requireEnd } from './club-member.model.js';

const key = { clubId: 'c', personId: 'p' };
const left = {
  ...key,
  version: 2,
  validFrom: '2026-01-01',
  validTo: '2026-03-01',
  endReason: 'x',
  endedBy: 'o',
};
const present = { ...left, validTo: null, endReason: null, endedBy: null };

describe('coming to a club', () => {
  it.each([
    ['for the first time', null, { version: 1 }],
    ['again, after one has left', left, { version: 3 }],
  ])('begins a term %s', (_when, before, version) => {
    const term = { validFrom: '2026-11-20', validTo: null, endReason: null, endedBy: null };
    expect(joined(before, key, '2026-11-20')).toEqual({ ...key, ...term, ...version });
  });

  it('changes nothing where one is in it', () => {
    expect(joined(present, key, '2026-11-20')).toBeNull();
  });
});

describe('leaving a club', () => {
  it.each([
    ['by oneself', present, 'p', null, null],
    ['by an officer with a reason', present, 'o', '长期不参加', null],
    ['by an officer without one', present, 'o', null, 'REASON_REQUIRED'],
    ['after one has left', left, 'p', null, 'ILLEGAL_TRANSITION'],
  ])('%s', (_how, row, personId, reason, code) => {
    const attempt = (): void => requireEnd(row, { personId, reason });
    if (code === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(code);
  });
});
