import type { RoleGrantState } from '@gongxiang/contracts/membership/membership-events';
import type { RoleGrantRow } from './role.entity.js';

export function roleStateOf(row: RoleGrantRow): RoleGrantState & Record<string, unknown> {
  const { id, version, personId, unionId, role, validTo, revokedAt } = row;
  return { id, version, personId, unionId, role, validTo, revokedAt: revokedAt?.toISOString() ?? null };
}
