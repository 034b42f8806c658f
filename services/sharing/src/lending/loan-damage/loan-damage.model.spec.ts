import { describe, expect, it } from '@jest/globals';
import { damageStates } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import {
  answerBy,
  damageLife,
  type DamageStep,
  decidingPath,
  isOpen,
  nextDamageState,
  requireAmount,
  requireDecidable,
} from './loan-damage.model.js';

const steps: readonly DamageStep[] = ['accept', 'dispute', 'decide', 'withdraw'];
const claimedAt = new Date('2026-12-01T12:00:00+08:00');

describe('the life of a damage', () => {
  it.each([
    ['claimed', 'accept', 'accepted'],
    ['claimed', 'dispute', 'disputed'],
    ['claimed', 'decide', 'decided'],
    ['claimed', 'withdraw', 'withdrawn'],
    ['disputed', 'accept', 'accepted'],
    ['disputed', 'decide', 'decided'],
    ['disputed', 'withdraw', 'withdrawn'],
    ['accepted', 'withdraw', 'withdrawn'],
    ['decided', 'withdraw', 'withdrawn'],
  ] as const)('%s → %s → %s', (state, step, next) => {
    expect(nextDamageState(state, step)).toBe(next);
  });

  it('knows no other step: of 5 states × 4 steps, 9 are legal and 11 are refused', () => {
    const refused = damageStates.flatMap((state) =>
      steps.filter((step) => {
        if (damageLife[state][step] !== undefined) return false;
        expect(() => nextDamageState(state, step)).toThrow('ILLEGAL_TRANSITION');
        return true;
      }),
    );
    expect(refused).toHaveLength(11);
  });

  it('is open until somebody settles it', () => {
    expect(damageStates.filter((state) => isOpen({ state }))).toEqual(['claimed', 'disputed']);
  });
});

describe('the amount', () => {
  it.each([
    [1n, null],
    [0n, 'DAMAGE_AMOUNT'],
    [-1n, 'DAMAGE_AMOUNT'],
  ])('of %s fen that is asked: %s', (amount, code) => {
    const ask = (): void => requireAmount(amount, '/amount');
    if (code === null) expect(ask).not.toThrow();
    else expect(ask).toThrow(code);
  });

  const due = answerBy(claimedAt);
  it.each([
    ['disputed', 12_000n, claimedAt, null],
    ['disputed', 0n, claimedAt, null],
    ['disputed', 12_001n, claimedAt, 'DAMAGE_AMOUNT'], // more than was claimed
    ['disputed', -1n, claimedAt, 'DAMAGE_AMOUNT'],
    ['claimed', 6_000n, claimedAt, 'DAMAGE_ANSWER_DUE'], // the borrower has 14 days to answer
    ['claimed', 6_000n, new Date('2026-12-15T11:59:59+08:00'), 'DAMAGE_ANSWER_DUE'],
    ['claimed', 6_000n, new Date('2026-12-15T12:00:00+08:00'), null],
  ] as const)('%s, %s of 12000 fen decided at %s: %s', (state, owed, now, code) => {
    const decide = (): void => requireDecidable({ state, amountFen: 12_000n, answerBy: due }, owed, now);
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(code);
  });
});

describe('who decides', () => {
  it.each([
    ['two of a street', '1.2.3.', '1.2.4.', '1.2.'],
    ['two of one district', '1.2.3.', '1.2.4.5.', '1.2.'],
    ['two of two districts', '1.2.3.', '1.4.5.', '1.'],
    ['a district that lends to a union below it', '1.2.', '1.2.3.', '1.'],
    ['a union that lends to the district above it', '1.2.3.', '1.2.', '1.'],
    ['the federation itself, which has nobody above it', '1.', '1.2.', '1.'],
  ])('between %s', (_name, owner, borrower, expected) => {
    expect(decidingPath(owner, borrower)).toBe(expected);
  });
});
