import type { components } from '../../../api/schema.js';
import type { RoleName } from '../../../session/use-offices.js';

export type RoleGrant = components['schemas']['RoleGrantView'];

export const roleNames: readonly RoleName[] = [
  'officer',
  'organiser',
  'finance',
  'approver',
  'evaluator',
  'auditor',
  'operator',
];

/** Only an operator appoints auditors and operators. It decides what is shown; the platform decides what is allowed. */
export function mayGrant(role: RoleName, operates: boolean): boolean {
  return operates || (role !== 'auditor' && role !== 'operator');
}
