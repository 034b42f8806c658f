import type { RoleName } from '../../../session/use-offices.js';

export const roleNames: readonly RoleName[] = [
  'officer',
  'organiser',
  'finance',
  'approver',
  'evaluator',
  'auditor',
  'operator',
];

/** Those who watch over officers are appointed by an operator alone. It decides what is shown; the platform decides. */
export function mayGrant(role: RoleName, operates: boolean): boolean {
  return operates || (role !== 'auditor' && role !== 'operator');
}
