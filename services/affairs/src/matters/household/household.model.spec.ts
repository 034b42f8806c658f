import { describe, expect, it } from '@jest/globals';
import {
  hasHouseholdPlan,
  type OpenPlan,
  planStandingOf,
  planToJoin,
  requireNoPlan,
} from './household.model.js';

const heavy: OpenPlan = { id: 'p1', unionName: '江城重工工会' };
const food: OpenPlan = { id: 'p2', unionName: '绿源食品工会' };

function outcomeOf(act: () => unknown): unknown {
  try {
    return act() ?? 'agreed';
  } catch (error) {
    const { code, params } = error as { readonly code: string; readonly params: unknown };
    return { code, params };
  }
}

describe('one household, one plan', () => {
  it.each([
    ['no other plan', [], 'agreed'],
    ['a plan elsewhere', [heavy], { code: 'HOUSEHOLD_HAS_PLAN', params: { unionName: heavy.unionName } }],
    [
      'two, since two records were merged',
      [food, heavy],
      { code: 'HOUSEHOLD_HAS_PLAN', params: { unionName: food.unionName } },
    ],
  ] as const)('agrees on a plan with %s', (_what, others, expected) => {
    expect(outcomeOf(() => requireNoPlan(others))).toEqual(expected);
  });

  it.each([
    ['no other plan', [], { code: 'HOUSEHOLD_HAS_NO_PLAN', params: {} }],
    ['a plan elsewhere', [heavy], heavy],
    ['two, since two records were merged', [food, heavy], food],
  ] as const)('joins with %s', (_what, others, expected) => {
    expect(outcomeOf(() => planToJoin(others))).toEqual(expected);
  });

  it('refuses in words that name the union alone', () => {
    const error = outcomeOf(() => requireNoPlan([{ ...heavy, number: '20261127-7K3M9QPA' } as OpenPlan]));
    expect(error).toEqual({ code: 'HOUSEHOLD_HAS_PLAN', params: { unionName: heavy.unionName } });
  });
});

describe('what a matter has of a plan', () => {
  const own = { matterId: 'm', isEnded: false, conflictsWith: null };
  const joined = { matterId: 'other', isEnded: false, conflictsWith: null };
  const later = { conflictsWith: heavy.unionName };
  it.each([
    ['without any', true, null, null],
    ['its own', true, own, 'own'],
    ['that of another', true, joined, 'joined'],
    ['its own, ended, as it is over', false, { ...own, isEnded: true }, 'own'],
    ['its own, while an earlier one binds the household', true, { ...own, ...later }, 'conflict'],
    ['that of another, while an earlier one binds the household', true, { ...joined, ...later }, 'joined'],
    ['that of another, which ended after it', false, { ...joined, isEnded: true }, 'joined'],
    ['its own, ended, and it is open again', true, { ...own, isEnded: true }, null],
    ['that of another, which ended before it', true, { ...joined, isEnded: true }, null],
  ] as const)('%s', (_what, isOpen, plan, expected) => {
    expect(planStandingOf({ id: 'm', isOpen }, plan)).toBe(expected);
  });

  it('is asked of services with such a step alone', () => {
    const step = { id: 'plan', label: '一户一策' } as const;
    expect(hasHouseholdPlan({ steps: [{ ...step, kind: 'householdPlan' }] })).toBe(true);
    expect(hasHouseholdPlan({ steps: [{ ...step, kind: 'record' }] })).toBe(false);
    expect(hasHouseholdPlan({})).toBe(false);
  });
});
