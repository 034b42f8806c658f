import {
  type CandidateOffice,
  foundingForms,
  type FoundingForm,
  foundingStates,
  type FoundingState,
  foundingStepKinds,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { describe, expect, it } from '@jest/globals';
import {
  awaitsOfFounding,
  decisionsOn,
  firstOf,
  hasEnded,
  isWaiting,
  requireFitting,
  stateAfter,
} from './founding.model.js';

const acts = foundingStepKinds.filter((kind) => kind !== 'file');

/** Every move that there is; all others are refused. */
const moves: readonly (readonly [
  FoundingState,
  (typeof acts)[number],
  FoundingState,
  readonly FoundingForm[],
])[] = [
  ['filed', 'approve', 'electing', ['committee', 'organiser']],
  ['filed', 'join', 'joined', ['joint']],
  ['filed', 'return', 'returned', foundingForms],
  ['filed', 'refuse', 'refused', foundingForms],
  ['filed', 'withdraw', 'withdrawn', foundingForms],
  ['filed', 'escalate', 'filed', foundingForms],
  ['returned', 'refile', 'filed', foundingForms],
  ['returned', 'refuse', 'refused', foundingForms],
  ['returned', 'withdraw', 'withdrawn', foundingForms],
  ['returned', 'lapse', 'lapsed', foundingForms],
  ['electing', 'lapse', 'lapsed', foundingForms],
  ['electing', 'elect', 'elected', foundingForms],
  ['electing', 'refuse', 'refused', foundingForms],
  ['electing', 'withdraw', 'withdrawn', foundingForms],
  ['elected', 'confirm', 'founded', foundingForms],
  ['elected', 'return', 'electing', foundingForms],
  ['elected', 'refuse', 'refused', foundingForms],
  ['elected', 'withdraw', 'withdrawn', foundingForms],
  ['elected', 'escalate', 'elected', foundingForms],
  ['refused', 'appeal', 'filed', foundingForms],
];

const cases = foundingStates.flatMap((state) =>
  acts.flatMap((act) =>
    foundingForms.map((form) => {
      const move = moves.find(([from, by, , forms]) => from === state && by === act && forms.includes(form));
      return [state, act, form, move?.[2] ?? null] as const;
    }),
  ),
);

describe('a filing', () => {
  it.each(cases)('that is %s, upon %s as %s, becomes %s', (state, act, form, next) => {
    const after = () => stateAfter({ state, form }, act);
    if (next === null) expect(after).toThrow(expect.objectContaining({ code: 'FOUNDING_ACT' }));
    else expect(after()).toBe(next);
  });

  it.each([
    ['filed', 'committee', ['approve', 'return', 'refuse']],
    ['filed', 'joint', ['join', 'return', 'refuse']],
    ['returned', 'committee', ['refuse']],
    ['electing', 'organiser', ['refuse']],
    ['elected', 'organiser', ['confirm', 'return', 'refuse']],
    ['founded', 'committee', []],
    ['refused', 'committee', []],
  ] as const)('that is %s as %s can be decided by %j', (state, form, decisions) => {
    expect(decisionsOn({ state, form })).toEqual(decisions);
  });

  it.each([
    ['filed', true, false],
    ['returned', false, false],
    ['electing', false, false],
    ['elected', true, false],
    ['founded', false, true],
    ['joined', false, true],
    ['refused', false, true],
    ['withdrawn', false, true],
  ] as const)('that is %s waits for the union: %s, has ended: %s', (state, waits, ended) => {
    expect([isWaiting(state), hasEnded(state)]).toEqual([waits, ended]);
  });
});

const standing = (...offices: CandidateOffice[]) => offices.map((office) => ({ office }));
const committee = {
  employees: 30,
  plannedMembers: 26,
  womenMembers: 3,
  form: 'committee' as FoundingForm,
  candidates: standing('chair', 'audit', 'women'),
};
const small = { ...committee, plannedMembers: 24 };

describe('what is planned', () => {
  it.each([
    ['a committee', committee],
    [
      'a committee with several candidates for an office',
      { ...committee, candidates: standing('chair', 'chair', 'committee', 'audit', 'women') },
    ],
    [
      'nobody for women where there are none',
      { ...committee, womenMembers: 0, candidates: standing('chair', 'audit') },
    ],
    ['an organiser for 24', { ...small, form: 'organiser', candidates: standing('organiser') }],
    ['a joint union for 24', { ...small, form: 'joint', candidates: [] }],
  ] as const)('fits: %s', (_what, plan) => {
    expect(() => requireFitting(plan)).not.toThrow();
  });

  it.each([
    ['more members than employees', { ...committee, employees: 25 }, 'FOUNDING_MEMBERS', '/plannedMembers'],
    ['more women than members', { ...committee, womenMembers: 27 }, 'FOUNDING_MEMBERS', '/womenMembers'],
    // 25 is not fewer than 25.
    [
      'an organiser for 25',
      { ...small, plannedMembers: 25, form: 'organiser', candidates: standing('organiser') },
      'FOUNDING_FORM',
      '/form',
    ],
    [
      'a joint union for 25',
      { ...small, plannedMembers: 25, form: 'joint', candidates: [] },
      'FOUNDING_FORM',
      '/form',
    ],
    [
      'nobody for the chair',
      { ...committee, candidates: standing('audit', 'women') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
    [
      'nobody for audit',
      { ...committee, candidates: standing('chair', 'women') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
    [
      'nobody for women',
      { ...committee, candidates: standing('chair', 'audit') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
    [
      'an organiser beside a committee',
      { ...committee, candidates: standing('chair', 'audit', 'women', 'organiser') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
    [
      'an organiser with a chair',
      { ...small, form: 'organiser', candidates: standing('organiser', 'chair') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
    [
      'candidates of a joint union',
      { ...small, form: 'joint', candidates: standing('chair') },
      'FOUNDING_CANDIDATES',
      '/candidates',
    ],
  ] as const)('is refused: %s', (_what, plan, code, pointer) => {
    expect(() => requireFitting(plan)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('an election', () => {
  const candidates = standing('chair', 'chair', 'audit', 'women', 'committee');
  const filing = { form: 'committee', womenMembers: 2, candidates, approvedOn: '2026-12-01' } as const;
  const result = { heldOn: '2026-12-10', entitled: 26, present: 20, elected: [2, 3, 4] };
  const today = '2026-12-20';

  it('gives the first office to the one who was elected for it', () => {
    expect(firstOf(result, filing, today)).toBe(candidates[1]);
    const organiser = { ...filing, form: 'organiser', candidates: standing('organiser') } as const;
    expect(firstOf({ ...result, elected: [1] }, organiser, today)).toEqual({ office: 'organiser' });
  });

  it.each([
    ['on the day of the approval', { heldOn: '2026-12-01' }],
    ['today', { heldOn: '2026-12-20' }],
    ['with everybody present', { present: 26 }],
  ])('may be held %s', (_when, part) => {
    expect(() => firstOf({ ...result, ...part }, filing, today)).not.toThrow();
  });

  it.each([
    ['before the approval', { heldOn: '2026-11-30' }, 'FOUNDING_HELD_ON'],
    ['tomorrow', { heldOn: '2026-12-21' }, 'FOUNDING_HELD_ON'],
    ['with more present than entitled', { present: 27 }, 'FOUNDING_PRESENT'],
    ['with nobody present', { present: 0 }, 'FOUNDING_PRESENT'],
    ['of two chairs', { elected: [1, 2, 3, 4] }, 'FOUNDING_ELECTED'],
    ['of no chair', { elected: [3, 4] }, 'FOUNDING_ELECTED'],
    ['of nobody for audit', { elected: [1, 4] }, 'FOUNDING_ELECTED'],
    ['of nobody for women', { elected: [1, 3] }, 'FOUNDING_ELECTED'],
    ['of somebody who was no candidate', { elected: [1, 3, 4, 6] }, 'FOUNDING_ELECTED'],
    ['of one of them twice', { elected: [1, 3, 4, 4] }, 'FOUNDING_ELECTED'],
  ])('is refused %s', (_what, part, code) => {
    expect(() => firstOf({ ...result, ...part }, filing, today)).toThrow(expect.objectContaining({ code }));
  });
});

it.each(foundingStates)('waits in the state %s for the union that has it, or for nobody here', (state) => {
  const kinds: Readonly<Partial<Record<FoundingState, string>>> = {
    filed: 'foundingFiled',
    elected: 'foundingElected',
  };
  const dueAt = isWaiting(state) ? new Date('2026-12-11T15:59:59Z') : null;
  const filing = { id: 'founding-1', state, unionId: 'union-1', enterpriseName: '江城小厨', dueAt };
  const told = awaitsOfFounding(filing, { personIds: ['officer-1'] });
  expect(told.map(({ kind }) => kind)).toEqual(kinds[state] === undefined ? [] : [kinds[state]]);
  for (const one of told)
    expect(one).toMatchObject({ personIds: ['officer-1'], title: '江城小厨', slot: 'union-1', dueAt });
});
