import { describe, expect, it } from '@jest/globals';
import { type ChecklistItem, placeOf, stateOf } from './checklist.model.js';

const item: ChecklistItem = {
  code: 'SEATS_MISSING',
  required: true,
  done: false,
  pointer: '/pools',
  params: {},
};

describe('a thing to see to before publishing', () => {
  it.each([
    [{}, 'must'],
    [{ required: false }, 'better'],
    [{ done: true }, 'done'],
    [{ done: true, required: false }, 'done'],
  ] as const)('with %j is shown as %s', (change, state) => {
    expect(stateOf({ ...item, ...change })).toBe(state);
  });

  it.each([
    ['/pools', '#pools-title'],
    ['/coHosts', '#co-hosts-title'],
    ['/agreementId', '/activities/a1/agreement'],
    ['/venue', '/activities/a1/edit#venue'],
    ['/signUpClosesAt', '/activities/a1/edit#signUpClosesAt'],
  ])('about %s is mended at %s', (pointer, place) => {
    expect(placeOf({ ...item, pointer }, 'a1')).toBe(place);
  });
});
