import { describe, expect, it } from '@jest/globals';
import { roleNames } from '@gongxiang/domain';
import { refuseLast, ruleToGrant } from './role.model.js';

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
