import { describe, expect, it } from '@jest/globals';
import { activityStates } from '@gongxiang/contracts/sharing/sharing-events';
import {
  activityTransitions,
  checkTimes,
  hostUnions,
  requireEditable,
  requireTransition,
} from './activity.model.js';

const allowed = new Set([
  'draft → published',
  'draft → cancelled',
  'published → closing',
  'published → cancelled',
  'closing → closed',
]);
const everyPair = activityStates.flatMap((from) =>
  activityStates.map((to) => ({ from, to, arrow: `${from} → ${to}` })),
);

describe('the life of an activity', () => {
  it.each(everyPair.filter(({ arrow }) => allowed.has(arrow)))('allows $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).not.toThrow();
  });

  it.each(everyPair.filter(({ arrow }) => !allowed.has(arrow)))('refuses $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).toThrow('ILLEGAL_TRANSITION');
  });

  it('ends closed or cancelled, and in no other state', () => {
    expect(activityStates.filter((state) => activityTransitions[state].length === 0)).toEqual([
      'closed',
      'cancelled',
    ]);
  });

  it.each([
    ['draft', true],
    ['published', true],
    ['closing', false],
    ['closed', false],
    ['cancelled', false],
  ] as const)('in state %s may be edited: %s', (state, editable) => {
    const edit = () => requireEditable(state);
    if (editable) expect(edit).not.toThrow();
    else expect(edit).toThrow('ILLEGAL_TRANSITION');
  });
});

describe('the times of an activity', () => {
  const times = {
    startsAt: new Date('2099-11-21T09:00:00+08:00'),
    endsAt: new Date('2099-11-21T16:00:00+08:00'),
    signUpOpensAt: new Date('2099-11-01T00:00:00+08:00'),
    signUpClosesAt: new Date('2099-11-21T09:00:00+08:00'),
    timeZone: 'Asia/Shanghai',
  };

  it.each([
    ['as they should be', {}, null],
    ['with sign-up until the very end', { signUpClosesAt: times.endsAt }, null],
    ['with another zone', { timeZone: 'Asia/Urumqi' }, null],
    ['ending when they start', { endsAt: times.startsAt }, 'PERIOD_EMPTY'],
    ['ending before they start', { endsAt: new Date('2099-11-20T00:00:00Z') }, 'PERIOD_EMPTY'],
    ['with sign-up closing as it opens', { signUpClosesAt: times.signUpOpensAt }, 'PERIOD_EMPTY'],
    ['with sign-up after the end', { signUpClosesAt: new Date('2099-11-22T00:00:00Z') }, 'SIGN_UP_AFTER_END'],
    ['with a zone that is none', { timeZone: 'Asia/Wuchang' }, 'TIME_ZONE_UNKNOWN'],
    ['E36: with a bare offset instead of a zone', { timeZone: '+08:00' }, 'TIME_ZONE_UNKNOWN'],
  ])('%s', (_name, changes, code) => {
    const check = () => checkTimes({ ...times, ...changes });
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });
});

describe('the unions that host together', () => {
  it("are the organiser's first, then the co-hosts', each once", () => {
    const coHosts = [{ unionId: 'b' }, { unionId: 'a' }, { unionId: 'b' }];
    expect(hostUnions({ unionId: 'a', coHosts }).map((union) => union.id)).toEqual(['a', 'b']);
  });
});
