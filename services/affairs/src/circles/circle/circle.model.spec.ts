import { describe, expect, it } from '@jest/globals';
import {
  circleActsOf,
  circleMemberActsOf,
  type CircleRoles,
  standingOnJoining,
  standingOnLeaving,
} from './circle.model.js';

const nobody: CircleRoles = { isOfficer: false, isAddressed: false, standing: null, isNamed: false };
const officers = ['moderate', 'nameModerators', 'change', 'close'];

describe('a circle', () => {
  it.each([
    ['open', 'open', {}, []],
    ['open', 'open', { isAddressed: true }, ['join']],
    ['open', 'byRequest', { isAddressed: true }, ['ask']],
    ['open', 'byRequest', { isAddressed: true, standing: 'asked' }, ['leave']],
    ['open', 'byRequest', { isAddressed: true, standing: 'declined' }, ['ask']],
    ['open', 'open', { isAddressed: true, standing: 'left' }, ['join']],
    ['open', 'open', { isAddressed: true, standing: 'removed' }, ['ask']],
    ['open', 'open', { isAddressed: true, standing: 'member' }, ['leave', 'read', 'write']],
    ['closed', 'open', { isAddressed: true, standing: 'member' }, ['leave', 'read']],
    ['closed', 'open', { isAddressed: true }, []],
    // Whoever has moved to another union still leaves, and reads nothing.
    ['open', 'open', { standing: 'member' }, ['leave']],
    ['open', 'open', { standing: 'member', isNamed: true }, ['leave']],
    [
      'open',
      'open',
      { isAddressed: true, standing: 'member', isNamed: true },
      ['leave', 'read', 'write', 'moderate'],
    ],
    ['open', 'byRequest', { isAddressed: true, isOfficer: true }, ['join', ...officers]],
    ['closed', 'open', { isAddressed: true, isOfficer: true }, ['moderate', 'reopen']],
  ] as const)('that is %s, with joining %s, lets %j do %j', (state, joining, roles, acts) => {
    expect(circleActsOf({ state, joining }, { ...nobody, ...roles })).toEqual(acts);
  });

  it.each([
    ['open', {}, 'member'],
    ['open', { standing: 'removed' }, 'asked'],
    ['byRequest', {}, 'asked'],
    ['byRequest', { isOfficer: true }, 'member'],
    ['open', { isOfficer: true, standing: 'removed' }, 'member'],
  ] as const)('with joining %s makes %j a %s', (joining, roles, standing) => {
    expect(standingOnJoining({ state: 'open', joining }, { ...nobody, ...roles })).toBe(standing);
  });

  it.each([
    ['member', false, 'left'],
    ['asked', false, 'left'],
    ['asked', true, 'removed'],
  ] as const)(
    'leaves somebody who is %s, and was removed before (%s), as %s',
    (standing, wasRemoved, after) => {
      expect(standingOnLeaving(standing, { wasRemoved })).toBe(after);
    },
  );
});

describe('somebody in a circle', () => {
  const officer = { isOfficer: true, isAddressed: true };
  const named = { isAddressed: true, isNamed: true, standing: 'member' } as const;
  it.each([
    ['open', officer, { state: 'asked' }, ['accept', 'decline']],
    ['open', named, { state: 'asked' }, ['accept', 'decline']],
    ['open', named, { state: 'removed' }, ['accept']],
    ['open', officer, { state: 'member' }, ['remove', 'nameModerator']],
    ['open', officer, { state: 'member', isModerator: true }, ['remove', 'endModerator']],
    ['open', named, { state: 'member' }, ['remove']],
    ['open', named, { state: 'member', isModerator: true }, []],
    ['open', officer, { state: 'member', isSelf: true }, []],
    ['open', officer, { state: 'left' }, []],
    ['closed', officer, { state: 'asked' }, []],
    ['open', { isAddressed: true, standing: 'member' }, { state: 'asked' }, []],
  ] as const)('in one that is %s, before %j, %j can be %j', (state, roles, person, acts) => {
    const who = { isModerator: false, isSelf: false, ...person };
    expect(circleMemberActsOf({ state, joining: 'open' }, { ...nobody, ...roles }, who)).toEqual(acts);
  });
});
