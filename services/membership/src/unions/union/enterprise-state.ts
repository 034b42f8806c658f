import type { PartyState } from '@gongxiang/contracts/membership/membership-events';
import type { EnterpriseRow } from './enterprise.entity.js';

/** The published state of an enterprise: enough to act as a party. */
export function enterpriseStateOf(
  row: EnterpriseRow,
  unionId: string | null,
): PartyState & Record<string, unknown> {
  const { id, version, name, uscc, sizeClass, active } = row;
  return { kind: 'enterprise', id, version, name, unionId, uscc, sizeClass, active };
}
