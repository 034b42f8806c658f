import type { PendingChangeView } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import type { RoleGrantView } from '@gongxiang/contracts/membership/unions/role.contract';
import type { RoleName } from '@gongxiang/domain';
import type { Client } from './client.js';

interface Others {
  /** Who confirms, asked for only where the platform wants a second officer: whoever took somebody in gives them no hand over money alone. */
  readonly confirmer: () => Client | Promise<Client>;
  /** Who is to hold the role, and accepts it. */
  readonly person: () => Client;
}

/**
 * Grants a role, and has it confirmed and accepted as the platform asks.
 * @returns the proposal that a second officer confirmed; null where none was needed
 */
export async function appoint(
  granter: Client,
  appointed: { readonly unionId: string; readonly personId: string; readonly role: RoleName },
  { confirmer, person }: Others,
): Promise<PendingChangeView | null> {
  const { unionId, personId, role } = appointed;
  const granted = await granter.post<RoleGrantView>(`/unions/${unionId}/roles`, { personId, role });
  if (granted.pendingChangeId === null) return null;
  const confirm = `/pending-changes/${granted.pendingChangeId}/confirm`;
  const isProposed = granted.standing === 'proposed';
  const confirmed = isProposed ? await (await confirmer()).post<PendingChangeView>(confirm) : null;
  if (confirmed === null || confirmed.state === 'offered') await person().post<PendingChangeView>(confirm);
  return confirmed;
}
