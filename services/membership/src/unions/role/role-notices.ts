import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRow } from '../union/union.entity.js';
import type { RoleGrantRow } from './role.entity.js';
import { ruleToGrant } from './role.model.js';

/** A role whose end is near or has come, and the union at which it is held. */
export interface EndingRole {
  readonly role: RoleGrantRow & { readonly validTo: string };
  readonly union: Pick<UnionRow, 'id' | 'name'>;
}

type EndNotice = Extract<NoticeKind, 'roleEnding' | 'roleEnded' | 'roleKept'>;

/** Whoever holds a role from now on hears where to find what waits for them; whoever no longer does, that it was taken. */
export function notifyOfRole(
  tx: Transaction,
  kind: Extract<NoticeKind, 'roleGiven' | 'roleTaken'>,
  { role, union }: { readonly role: RoleGrantRow; readonly union: EndingRole['union'] },
): Promise<void> {
  return raiseNotices(tx, 'membership', [
    {
      kind,
      why: 'aboutYou',
      personIds: [role.personId],
      cause: `${kind}/${role.id}/${role.version}`,
      about: { unionId: union.id },
      title: union.name,
      values: { role: role.role, lastDay: kind === 'roleGiven' ? role.validTo : null },
    },
  ]);
}

/** @param until when it is of no use any more */
export function notifyHolder(
  tx: Transaction,
  kind: EndNotice,
  ending: EndingRole,
  until: Date | null = null,
): Promise<void> {
  const { personId } = ending.role;
  const notice = { ...noticeOf(kind, ending, 'person'), personIds: [personId], until };
  return raiseNotices(tx, 'membership', [{ ...notice, why: 'aboutYou' }]);
}

/** Those who may lengthen it, or appoint a successor. They read whose it is on the page of their union. */
export function notifyOfficers(
  tx: Transaction,
  kind: EndNotice,
  ending: EndingRole,
  until: Date | null = null,
): Promise<void> {
  const { role, union } = ending;
  const { roles = [] } = ruleToGrant(role.role);
  const offices = { roles, unionIds: [union.id], isNearest: true, exceptIds: [role.personId] };
  const notice = { ...noticeOf(kind, ending, 'office'), offices, until };
  return raiseNotices(tx, 'membership', [{ ...notice, why: 'decidesHere' }]);
}

function noticeOf(kind: EndNotice, { role, union }: EndingRole, side: 'person' | 'office') {
  return {
    kind,
    // Once for each end: one that is moved may be near again.
    cause: `${kind}/${role.id}/${role.validTo}`,
    about: { unionId: union.id },
    title: union.name,
    values: { side, role: role.role, lastDay: role.validTo },
  };
}
