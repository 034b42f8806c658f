import type { PendingChangeView, RoleGrantView } from '@gongxiang/contracts';
import type { RoleName } from '@gongxiang/domain';
import type { Client } from './client.js';

/**
 * Grants a role, and has it confirmed where the platform asks for a second person: whoever took somebody in gives them no
 * hand over money alone.
 * @param confirmer who confirms, asked for only where that is needed
 * @returns the proposal as it was confirmed; null for a role that held at once
 */
export async function appoint(
  granter: Client,
  appointed: { readonly unionId: string; readonly personId: string; readonly role: RoleName },
  confirmer: () => Client | Promise<Client>,
): Promise<PendingChangeView | null> {
  const { unionId, personId, role } = appointed;
  const granted = await granter.post<RoleGrantView>(`/unions/${unionId}/roles`, { personId, role });
  if (granted.pendingChangeId === null) return null;
  const second = await confirmer();
  return second.post<PendingChangeView>(`/pending-changes/${granted.pendingChangeId}/confirm`);
}
