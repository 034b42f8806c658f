import { describe, expect, it } from '@jest/globals';
import { type Actor, newId, type RoleName, roleNames } from '@gongxiang/domain';
import {
  checkEnd,
  dayAfter,
  endOf,
  type Granting,
  isLater,
  isOver,
  nearEndOf,
  needsConfirmation,
  officeOver,
  refuseLast,
  ruleToGrant,
} from './role.model.js';

describe('granting', () => {
  it.each(roleNames)('of %s', (role) => {
    const watchesOverOfficers = role === 'operator' || role === 'auditor';
    expect(ruleToGrant(role).roles?.includes('officer')).toBe(!watchesOverOfficers);
    expect(ruleToGrant(role).roles).toContain('operator');
  });
});

describe('revoking', () => {
  it.each([
    ['officer', '1.', 0, 'ROLE_LAST_OFFICER'],
    ['officer', '1.', 1, null],
    ['officer', '1.4.', 0, null], // an officer above can appoint another
    ['operator', '1.', 0, 'ROLE_LAST_OPERATOR'], // only operators appoint operators and auditors
    ['operator', '1.', 1, null],
    ['finance', '1.', 0, null],
  ] as const)('E101: %s at %s beside %i others: %s', (role, path, others, code) => {
    const revoke = (): void => refuseLast({ role, path }, others);
    if (code === null) expect(revoke).not.toThrow();
    else expect(revoke).toThrow(code);
  });
});

describe('the end of a role', () => {
  // 08:00 in China on 20 November 2026.
  const now = new Date('2026-11-20T00:00:00Z');

  it('comes with midnight in China after its last day, and is said to be near on the seventh last morning', () => {
    // 31 December ends at 16:00 in Greenwich; 31 − 6 = 25, and 09:00 in China is 01:00 in Greenwich.
    expect(endOf('2026-12-31')).toEqual(new Date('2026-12-31T16:00:00Z'));
    expect(nearEndOf('2026-12-31')).toEqual(new Date('2026-12-25T01:00:00Z'));
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual(['2027-01-01', '2028-02-29']);
  });

  it.each([
    ['today', '2026-11-20', null],
    ['yesterday', '2026-11-19', 'ROLE_END_DAY'],
    ['in ten years', '2036-11-20', null],
    ['in ten years and a day', '2036-11-21', 'ROLE_END_DAY'],
    ['never', null, null],
  ])('may be %s', (_when, validTo, code) => {
    const check = (): void => checkEnd(validTo, now);
    if (code === null) expect(check).not.toThrow();
    else
      expect(check).toThrow(
        expect.objectContaining({ code, errors: [{ code, pointer: '/validTo', params: {} }] }),
      );
  });

  it.each([
    ['2026-11-19', true],
    ['2026-11-20', false],
    [null, false],
  ])('%s is over: %s', (validTo, expected) => expect(isOver({ validTo }, now)).toBe(expected));

  it.each([
    ['2026-12-02', '2026-12-01', true],
    ['2026-12-01', '2026-12-01', false],
    ['2026-11-30', '2026-12-01', false],
    [null, '2026-12-01', true],
    ['2026-12-01', null, false],
    [null, null, false],
  ])('%s is later than %s: %s', (validTo, than, expected) => expect(isLater(validTo, than)).toBe(expected));
});

describe('a second person', () => {
  const ordinary: Granting = {
    role: 'approver',
    isFromAbove: false,
    isOwn: false,
    officersBeside: 2,
    isAdmittedByGranter: false,
    isFounding: false,
  };
  it.each<[string, Partial<Granting>, boolean]>([
    ['one of two officers', {}, false],
    ['the only officer', { officersBeside: 1 }, true],
    ['an operator where nobody is officer', { officersBeside: 0 }, true],
    ['the only officer, finance', { officersBeside: 1, role: 'finance' }, true],
    ['the only officer, a role without money', { officersBeside: 1, role: 'organiser' }, false],
    ['the only officer, another officer', { officersBeside: 1, role: 'officer' }, false],
    ['one of two, to whom they have just taken in', { isAdmittedByGranter: true }, true],
    ['… the office itself', { isAdmittedByGranter: true, role: 'officer' }, true],
    ['… the platform', { isAdmittedByGranter: true, role: 'operator' }, true],
    ['… a role without money', { isAdmittedByGranter: true, role: 'evaluator' }, false],
    ['the only officer above', { isFromAbove: true, officersBeside: 1 }, false],
    [
      'the only officer above, a role of their own',
      { isFromAbove: true, officersBeside: 1, isOwn: true },
      true,
    ],
    [
      'the first officer of a network, the second',
      { isFounding: true, isAdmittedByGranter: true, role: 'officer' },
      false,
    ],
    ['the first officer of a network, money', { isFounding: true, officersBeside: 1 }, true],
  ])('%s', (_who, granting, expected) => {
    expect(needsConfirmation({ ...ordinary, ...granting })).toBe(expected);
  });

  it.each<[string, readonly [RoleName, string][], string]>([
    ['of the union', [['officer', '1.2.3.']], '1.2.3.'],
    [
      'above',
      [
        ['officer', '1.2.3.'],
        ['officer', '1.2.'],
      ],
      '1.2.',
    ],
    [
      'above as an operator',
      [
        ['officer', '1.2.3.'],
        ['operator', '1.'],
      ],
      '1.',
    ],
    [
      'beside',
      [
        ['officer', '1.2.3.'],
        ['officer', '1.4.'],
      ],
      '1.2.3.',
    ],
    [
      'for money above',
      [
        ['officer', '1.2.3.'],
        ['finance', '1.'],
      ],
      '1.2.3.',
    ],
  ])('is another than whoever holds the office %s', (_where, held, expected) => {
    const roles = held.map(([role, path]) => ({ role, path, unionId: newId() }));
    const actor: Actor = { personId: newId(), unionId: null, unionPath: null, version: 1, roles };
    expect(officeOver(actor, '1.2.3.')).toBe(expected);
  });
});
