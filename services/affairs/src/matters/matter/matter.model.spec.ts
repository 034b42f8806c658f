import { describe, expect, it } from '@jest/globals';
import {
  type MatterAct,
  matterActs,
  matterStates,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import {
  actsOf,
  awaitsOfFollowUp,
  awaitsOfMatter,
  courseOf,
  dueOf,
  mayRead,
  type MatterRoles,
  requireReopenable,
  resumed,
  timeOf,
} from './matter.model.js';

const nobody: MatterRoles = {
  isPerson: false,
  isHandler: false,
  isOffice: false,
  isNamed: false,
  isAssigner: false,
  isSecond: false,
  isColleague: false,
  isConcerned: false,
};
const person = { ...nobody, isPerson: true };
const colleague = { ...nobody, isColleague: true };
const handler = { ...nobody, isHandler: true };
const officer = { ...nobody, isOffice: true, isAssigner: true, isSecond: true };
/** Where only named people deal with it: one of them, and an officer who is none. */
const named = { ...nobody, isNamed: true, isSecond: true };
const unnamed = { ...nobody, isAssigner: true };
const now = new Date('2026-11-27T10:00:00+08:00');
const decidedAt = new Date('2026-11-20T10:00:00+08:00');
const matter = (state: (typeof matterStates)[number]) => ({
  state,
  decidedAt: state === 'decided' || state === 'closed' ? decidedAt : null,
  isReopened: false,
  nextDueOn: null,
  followedUpAt: null,
});

describe('what may be done', () => {
  it.each([
    ['sent', person, ['reply', 'withdraw', 'addPaper']],
    ['sent', officer, ['take', 'assign']],
    ['inWork', person, ['reply', 'withdraw', 'addPaper']],
    [
      'inWork',
      handler,
      [
        'forward',
        'ask',
        'note',
        'hold',
        'classify',
        'decide',
        'addPaper',
        'addColleague',
        'writeStep',
        'declareHousehold',
        'stopPayments',
      ],
    ],
    ['inWork', colleague, ['writeStep']],
    ['proposed', colleague, []],
    ['inWork', officer, ['assign']],
    [
      'asked',
      handler,
      ['forward', 'note', 'resume', 'classify', 'addPaper', 'addColleague', 'writeStep', 'declareHousehold'],
    ],
    [
      'held',
      handler,
      ['forward', 'note', 'resume', 'classify', 'addPaper', 'addColleague', 'writeStep', 'declareHousehold'],
    ],
    ['proposed', handler, ['note', 'addPaper']],
    ['proposed', officer, ['confirm', 'return']],
    ['sent', named, ['take']],
    ['sent', unnamed, ['assign']],
    ['proposed', named, ['confirm', 'return']],
    ['proposed', unnamed, []],
    ['decided', person, ['rate', 'reopen']],
    ['decided', handler, ['requestPayment', 'stopPayments']],
    ['closed', handler, ['requestPayment', 'stopPayments']],
    ['closed', person, ['reopen']],
    ['withdrawn', person, []],
    ['withdrawn', officer, []],
  ] as const)('%s', (state, roles, acts) => {
    expect(actsOf(matter(state), roles, now)).toEqual(acts);
  });

  it.each([
    ['decided', officer, ['followUp']],
    ['closed', officer, ['followUp']],
    ['closed', handler, ['followUp', 'requestPayment', 'stopPayments']],
    ['closed', named, ['followUp']],
    ['closed', unnamed, ['followUp']],
    ['closed', colleague, []],
    ['closed', { ...officer, isPerson: true }, ['reopen']],
    ['proposed', officer, ['confirm', 'return']],
  ] as const)('%s, of what is due again some day', (state, roles, acts) => {
    const ending = { ...matter(state), nextDueOn: '2028-09-30' };
    expect(actsOf(ending, roles, now)).toEqual(acts);
    const followed = { ...ending, followedUpAt: now };
    expect(actsOf(followed, roles, now)).toEqual(acts.filter((act) => act !== 'followUp'));
  });

  it('in no state by somebody who has nothing to do with it', () => {
    for (const state of matterStates) expect(actsOf(matter(state), nobody, now)).toEqual([]);
  });

  it('in one’s own matter is what whoever brought it does, also by an officer', () => {
    const both = { ...officer, isPerson: true, isHandler: true };
    const own: MatterAct[] = ['reply', 'rate', 'reopen', 'withdraw', 'addPaper'];
    for (const state of matterStates)
      expect(actsOf(matter(state), both, now).filter((act) => !own.includes(act))).toEqual([]);
    expect(matterActs).toHaveLength(22);
  });

  it.each([
    ['officer', officer],
    ['handler', handler],
    ['colleague', colleague],
    ['named', named],
  ])('is nothing for whoever it is about without having brought it, also as %s', (_what, roles) => {
    for (const state of matterStates) {
      expect(actsOf(matter(state), { ...roles, isConcerned: true }, now)).toEqual([]);
      expect(mayRead({ state }, { ...roles, isConcerned: true })).toBe(false);
      expect(mayRead({ state }, { ...roles, isConcerned: true, isPerson: true })).toBe(true);
    }
  });
});

describe('reading', () => {
  it.each([
    ['inWork', person, true],
    ['inWork', handler, true],
    ['inWork', officer, false],
    ['sent', officer, false],
    ['proposed', officer, true],
    ['proposed', nobody, false],
    ['decided', officer, false],
    ['sent', named, false],
    ['inWork', named, false],
    ['proposed', named, true],
    ['proposed', unnamed, false],
  ] as const)('%s by %j: %s', (state, roles, may) => {
    expect(mayRead({ state }, roles)).toBe(may);
  });
});

describe('reopening', () => {
  const late = new Date('2026-12-20T10:00:00+08:00');
  it.each([
    ['once', matter('closed'), now, null],
    ['again', { ...matter('decided'), isReopened: true }, now, 'MATTER_REOPENED_ONCE'],
    ['after 30 days', matter('decided'), late, 'MATTER_REOPEN_LATE'],
    ['what is not decided', matter('inWork'), now, 'MATTER_STATE'],
  ] as const)('%s', (_what, one, at, code) => {
    const act = (): void => requireReopenable(one, at);
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('the time of a matter', () => {
  const dueAt = new Date('2026-11-26T23:59:59+08:00');
  it('stands still while its person is asked, and goes on later by as many working days', () => {
    expect(dueOf({ state: 'asked', dueAt, pausedOn: '2026-11-25' })).toBeNull();
    expect(timeOf({ state: 'asked', dueAt, pausedOn: '2026-11-25' }, now)).toEqual({
      dueAt: null,
      daysLeft: null,
      overdue: false,
    });
    const after = resumed({ decideBy: dueAt, pausedOn: '2026-11-25' }, now);
    expect(after).toMatchObject({ state: 'inWork', pausedOn: null, heldUntil: null });
    expect(after.dueAt).toEqual(new Date('2026-11-30T23:59:59+08:00'));
  });

  it('is over once it is decided', () => {
    expect(dueOf({ state: 'decided', dueAt, pausedOn: null })).toBeNull();
  });

  it('says how late it is', () => {
    expect(timeOf({ state: 'inWork', dueAt, pausedOn: null }, now)).toMatchObject({
      daysLeft: -1,
      overdue: true,
    });
  });
});

describe('whom a matter waits for', () => {
  const ids = { id: 'm', unionId: 'u', personId: 'p', handlerId: 'h', proposedBy: null, escalatedTo: null };
  const awaited = { ...ids, colleagueIds: ['c'], dueAt: now, pausedOn: null, decidedAt: null };
  it.each([
    ['sent', [['matterReceived', undefined, ['u']]]],
    ['inWork', [['matterInHand', ['h', 'c'], undefined]]],
    ['asked', [['matterAsked', ['p'], undefined]]],
    ['held', []],
    ['proposed', [['matterProposed', undefined, ['u']]]],
    ['decided', [['matterDecided', ['p'], undefined]]],
    ['closed', []],
    ['withdrawn', []],
  ] as const)('%s', (state, expected) => {
    const awaits = awaitsOfMatter({ ...awaited, state }, '借书证');
    expect(awaits.map(({ kind, personIds, offices }) => [kind, personIds, offices?.unionIds])).toEqual(
      expected,
    );
  });

  it.each([
    ['sent', ['n', 'm'], ['n', 'm'], undefined],
    ['sent', ['p'], undefined, ['u']],
    ['sent', [], undefined, ['u']],
    ['proposed', ['h', 'n'], ['n'], undefined],
    ['proposed', ['h'], undefined, ['u']],
  ] as const)(
    '%s, where %j are named: who neither brought it nor proposed the decision, or the office if there is nobody',
    (state, names, personIds, unionIds) => {
      const [first] = awaitsOfMatter({ ...awaited, proposedBy: 'h', state }, '法律咨询', {
        named: names,
        concerned: [],
      });
      expect(first?.personIds).toEqual(personIds);
      expect(first?.offices?.unionIds).toEqual(unionIds);
      expect(first?.why).toBe(personIds === undefined ? 'dealsWithMatters' : 'namedForService');
    },
  );

  it.each([
    ['sent', [], 'offices', ['p', 'o', 'n']],
    ['sent', ['n'], 'offices', ['p', 'o', 'n']],
    ['sent', ['n', 'm'], ['m'], undefined],
    ['proposed', [], 'offices', ['p', 'h', 'o', 'n']],
  ] as const)('%s, where %j are named, is none of whom it is about', (state, named, whom, exceptIds) => {
    const concerned = ['o', 'n'];
    const row = { ...awaited, state, proposedBy: state === 'proposed' ? 'h' : null };
    const [first] = awaitsOfMatter(row, '困难帮扶', { named, concerned });
    expect(first?.personIds ?? 'offices').toEqual(whom);
    expect(first?.offices?.exceptIds).toEqual(exceptIds);
    const [, above] = awaitsOfMatter({ ...row, escalatedTo: 'above' }, '困难帮扶', { named, concerned });
    expect(above?.offices?.exceptIds).toEqual(expect.arrayContaining(['o', 'n']));
  });

  it('is nobody where it was sent without a name', () => {
    for (const state of ['asked', 'decided'] as const)
      expect(awaitsOfMatter({ ...awaited, personId: null, state }, '借书证')).toEqual([]);
  });

  it.each([
    ['decided', '2026-11-27', null, [], [undefined, ['u']]],
    ['closed', '2026-09-30', null, [], [undefined, ['u']]],
    ['closed', '2026-09-30', null, ['h', 'p'], [['h'], undefined]],
    ['closed', '2026-11-28', null, [], null],
    ['closed', '2026-09-30', now, [], null],
    ['proposed', '2026-09-30', null, [], null],
  ] as const)('%s, due again on %s, followed up: %s', (state, nextDueOn, followedUpAt, names, expected) => {
    const ending = { ...awaited, state, proposedBy: 'h', holdsUntil: '2026-12-31', nextDueOn, followedUpAt };
    const [one] = awaitsOfFollowUp(ending, {
      serviceName: '集体协商',
      dealing: { named: names, concerned: [] },
      now,
    });
    expect(one === undefined ? null : [one.personIds, one.offices?.unionIds]).toEqual(expected);
    if (one !== undefined) expect(one.dueAt).toEqual(new Date('2026-12-31T23:59:59+08:00'));
  });

  it('is the union above as well once it is late', () => {
    const kinds = awaitsOfMatter({ ...awaited, state: 'inWork', escalatedTo: 'above' }, '借书证');
    expect(kinds.map(({ kind }) => kind)).toEqual(['matterInHand', 'matterEscalated']);
  });
});

describe('what is counted of a matter elsewhere', () => {
  const decideBy = new Date('2026-11-23T15:59:59.000Z');
  const open = {
    id: 'm',
    version: 3,
    unionId: 'u',
    state: 'inWork',
    decideBy,
    pausedOn: null,
    decidedAt: null,
    escalations: 1,
    isReopened: false,
    stars: null,
    endedAt: null,
  } as const;
  const due = decideBy.toISOString();
  const at = decidedAt.toISOString();
  it.each([
    ['in work', {}, { decideBy: due, decidedAt: null, stars: null, ratedAt: null }],
    ['held: its time stands still', { state: 'held', pausedOn: '2026-11-20' }, { decideBy: null }],
    ['asked', { state: 'asked', pausedOn: '2026-11-20' }, { decideBy: null }],
    ['withdrawn', { state: 'withdrawn', endedAt: decidedAt }, { decideBy: null, ratedAt: null }],
    ['decided', { state: 'decided', decidedAt }, { decideBy: due, decidedAt: at, ratedAt: null }],
    ['closed without a rating', { state: 'closed', decidedAt, endedAt: now }, { ratedAt: null }],
    [
      'rated',
      { state: 'closed', decidedAt, stars: 4, endedAt: now },
      { stars: 4, ratedAt: now.toISOString() },
    ],
    ['reopened', { isReopened: true }, { isReopened: true, decidedAt: null, stars: null, ratedAt: null }],
  ] as const)('%s', (_what, changes, expected) => {
    const course = courseOf({ ...open, ...changes });
    expect(course).toMatchObject({ id: 'm', version: 3, unionId: 'u', escalations: 1, ...expected });
    expect(Object.keys(course)).toHaveLength(9);
  });
});
