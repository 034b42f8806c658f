import { describe, expect, it } from '@jest/globals';
import { type Actor, newId, type RoleName, roleNames } from '@gongxiang/domain';
import { type Granting, needsConfirmation, officeOver, refuseLast, ruleToGrant } from './role.model.js';

describe('granting', () => {
  it.each(roleNames)('of %s', (role) => {
    const watchesOverOfficers = role === 'operator' || role === 'auditor';
    expect(ruleToGrant(role).roles?.includes('officer')).toBe(!watchesOverOfficers);
    expect(ruleToGrant(role).roles).toContain('operator');
  });
});

describe('revoking', () => {
  it.each([
    ['officer', '1.', 1, 'ROLE_LAST_OFFICER'],
    ['officer', '1.', 2, null],
    ['officer', '1.4.', 1, null], // an officer above can appoint another
    ['operator', '1.', 1, 'ROLE_LAST_OPERATOR'], // only operators appoint operators and auditors
    ['operator', '1.', 2, null],
    ['finance', '1.', 1, null],
  ] as const)('E101: %s at %s where %i is left: %s', (role, path, holders, code) => {
    const revoke = (): void => refuseLast({ role, path }, holders);
    if (code === null) expect(revoke).not.toThrow();
    else expect(revoke).toThrow(code);
  });
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
    ['the only officer above, to himself', { isFromAbove: true, officersBeside: 1, isOwn: true }, true],
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
