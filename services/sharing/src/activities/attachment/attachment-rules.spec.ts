import { describe, expect, it } from '@jest/globals';
import { attachmentVisibilities } from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { DomainError } from '@gongxiang/domain';
import { erasedAt, mayRead, requireAll, requirePlace } from './attachment-rules.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('who reads an attachment', () => {
  it.each([
    ['everybody', ['everybody']],
    ['signedIn', ['everybody', 'signedIn']],
    ['seated', ['everybody', 'signedIn', 'seated']],
    ['hosts', ['everybody', 'signedIn', 'seated', 'hosts']],
  ] as const)('somebody who is %s reads what is for %j', (standing, seen) => {
    expect(attachmentVisibilities.filter((one) => mayRead(one, standing))).toEqual(seen);
  });
});

it.each([
  [19, null],
  [20, 'ATTACHMENTS_TOO_MANY'],
])('beside %i attachments there is place: %p', (count, code) => {
  expect(codeOf(() => requirePlace(count))).toBe(code);
});

it.each([
  [['b', 'a'], null],
  [['a'], 'ATTACHMENTS_CHANGED'],
  [['a', 'a'], 'ATTACHMENTS_CHANGED'],
  [['a', 'b', 'c'], 'ATTACHMENTS_CHANGED'],
])('the order %j of a and b: %p', (ids, code) => {
  expect(codeOf(() => requireAll([{ id: 'a' }, { id: 'b' }], ids))).toBe(code);
});

it('what was removed is erased thirty days later', () => {
  expect(erasedAt(new Date('2026-11-21T08:00:00Z'))).toEqual(new Date('2026-12-21T08:00:00Z'));
});
