import { describe, expect, it } from '@jest/globals';
import {
  type PendingChangeKind,
  type PendingChangeState,
  pendingChangeStates,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { type Actor, newId, type RoleName } from '@gongxiang/domain';
import { actsFromAbove } from './pending-change-access.js';
import {
  afterConfirmation,
  awaitsOfChange,
  changesOf,
  decidedOverAccountAt,
  openStates,
  requireOther,
  requireState,
} from './pending-change.model.js';

describe('deciding on a change', () => {
  it.each([
    ['waiting', null],
    ['confirmed', 'ILLEGAL_TRANSITION'],
    ['refused', 'ILLEGAL_TRANSITION'],
    ['withdrawn', 'ILLEGAL_TRANSITION'],
  ] as const)('once: it is %s', (state, code) => {
    if (code === null) expect(() => requireState(state, openStates)).not.toThrow();
    else expect(() => requireState(state, openStates)).toThrow(code);
  });

  it('waits for the person where it has been offered', () => {
    expect(() => requireState('offered', openStates)).not.toThrow();
    // A confirmer does not accept it by confirming twice.
    expect(() => requireState('offered', ['waiting'])).toThrow('ILLEGAL_TRANSITION');
  });

  it.each([
    ['a role', { kind: 'role', proposedBy: 'officer', personId: 'person' }, 'offered'],
    ['a role of their own', { kind: 'role', proposedBy: 'officer', personId: 'officer' }, 'confirmed'],
    ['a name', { kind: 'union', proposedBy: 'officer', personId: null }, 'confirmed'],
    ['a password', { kind: 'passwordReset', proposedBy: 'officer', personId: 'person' }, 'confirmed'],
  ] as const)('by an officer above makes of %s: %s', (_what, change, expected) => {
    expect(afterConfirmation(change)).toBe(expected);
  });

  it.each([
    ['whoever proposed it', 'proposer', 'SAME_PERSON'],
    ['the person whom it is about', 'person', 'SAME_PERSON'],
    ['somebody else', 'other', null],
  ])('by %s', (_who, decider, code) => {
    const decide = (): void => requireOther({ proposedBy: 'proposer', personId: 'person' }, decider);
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(code);
  });
});

describe('acting from above', () => {
  const district = { unionPath: '1.2.3.', abovePath: '1.2.' };
  const root = { unionPath: '1.', abovePath: null };
  it.each<[string, RoleName, string, typeof district | typeof root, boolean]>([
    ['its own officer', 'officer', '1.2.3.', district, false],
    ["the operator of the union's own subtree", 'operator', '1.2.3.', district, false],
    ['the officer above', 'officer', '1.2.', district, true],
    ['an officer of the root', 'officer', '1.', district, true],
    ['finance above', 'finance', '1.2.', district, false],
    ['the officer of a sibling', 'officer', '1.2.4.', district, false],
    ['an officer of the root, of the root', 'officer', '1.', root, false],
    ['an operator of the root, of the root', 'operator', '1.', root, true],
  ])('%s', (_who, role, path, place, expected) => {
    const actor: Actor = {
      personId: newId(),
      unionId: null,
      unionPath: null,
      version: 1,
      roles: [{ role, unionId: newId(), path }],
    };
    expect(actsFromAbove(actor, place)).toBe(expected);
  });
});

it('names what differs', () => {
  const before = { name: '甲工会', tier: null };
  expect(changesOf(['name', 'tier'], before, { name: '甲工会', tier: 'city' })).toEqual([
    { field: 'tier', before: null, after: 'city' },
  ]);
});

describe('an account is let somebody else into', () => {
  it.each<[string, string[], string]>([
    ['above the union of its person', ['1.4.2.'], '1.4.'],
    ['at the root, which has none above', ['1.'], '1.'],
    ['above an office elsewhere, too', ['1.4.2.', '1.5.3.'], '1.'],
    ['above an office that is higher', ['1.4.2.', '1.4.'], '1.'],
    ['above both, and no higher', ['1.4.2.', '1.4.3.'], '1.4.'],
  ])('%s', (_where, paths, place) => expect(decidedOverAccountAt(paths)).toBe(place));
});

describe('whom a change waits for', () => {
  const decider = { personIds: ['decider-1'] };
  const change = {
    id: 'change-1',
    personId: 'person-1',
    role: 'finance',
    validTo: '2027-06-30',
    unionName: '滨江工会',
  } as const;
  const kinds: Readonly<Partial<Record<PendingChangeState, string>>> = {
    waiting: 'changeProposed',
    offered: 'roleOffered',
  };

  it.each(pendingChangeStates)('in the state %s', (state) => {
    const [awaited] = awaitsOfChange({ ...change, kind: 'role', state, enterpriseName: null }, decider);
    expect(awaited?.kind).toBe(kinds[state]);
    const personIds = state === 'waiting' ? ['decider-1'] : ['person-1'];
    const values = { role: 'finance', lastDay: '2027-06-30' };
    if (awaited) expect(awaited).toMatchObject({ personIds, title: '滨江工会', values });
  });

  it.each([
    ['union', null, '滨江工会'],
    ['enterprise', '江城模具厂', '江城模具厂'],
    ['passwordReset', null, '滨江工会'],
  ] as const satisfies readonly (readonly [PendingChangeKind, string | null, string])[])(
    'says which kind of change: %s',
    (kind, enterpriseName, title) => {
      const [awaited] = awaitsOfChange(
        { ...change, kind, state: 'waiting', role: null, enterpriseName },
        decider,
      );
      expect(awaited).toMatchObject({ title, values: { change: kind, role: null } });
    },
  );
});
