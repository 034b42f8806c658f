import { Injectable } from '@nestjs/common';
import {
  type GroupMemberState,
  type GroupState,
  membershipEvents,
} from '@gongxiang/contracts/membership/membership-events';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { GroupMemberRow, GroupRow } from './group.entity.js';
import { GroupRepository } from './group.repository.js';

/** Saves changes of groups and of who is in them, with their events and trail. */
@Injectable()
export class GroupChanges {
  constructor(private readonly groups: GroupRepository) {}

  async save(tx: Transaction, row: GroupRow, before: GroupRow | null): Promise<void> {
    await (before === null ? this.groups.insert(tx, row) : this.groups.update(tx, row));
    tx.audit({ noun: 'group', id: row.id, before: before && groupStateOf(before), after: groupStateOf(row) });
    await recordEvent(tx, membershipEvents.groupChanged, row.id, groupStateOf(row));
  }

  async saveMember(tx: Transaction, row: GroupMemberRow, before: GroupMemberRow | null): Promise<void> {
    await (before === null ? this.groups.insertMember(tx, row) : this.groups.updateMember(tx, row));
    const state = groupMemberStateOf(row);
    tx.audit({ noun: 'groupMember', id: row.id, before: before && groupMemberStateOf(before), after: state });
    await recordEvent(tx, membershipEvents.groupMemberChanged, row.personId, state);
  }

  /** Whoever is no longer a member of a union is in none of its groups, and leads none. */
  async leaveWithin(tx: Transaction, personId: string, path: string, validTo: string): Promise<void> {
    for (const before of await this.groups.lockLedBy(tx, personId, path))
      await this.save(tx, { ...before, version: before.version + 1, leaderId: null }, before);
    for (const before of await this.groups.lockPresentWithin(tx, personId, path)) {
      const last = validTo < before.validFrom ? before.validFrom : validTo;
      await this.saveMember(tx, { ...before, version: before.version + 1, validTo: last }, before);
    }
  }
}

export function groupStateOf(row: GroupRow): GroupState & Record<string, unknown> {
  const { id, version, unionId, name, leaderId, active } = row;
  return { id, version, unionId, name, leaderId, active };
}

export function groupMemberStateOf(row: GroupMemberRow): GroupMemberState & Record<string, unknown> {
  const { id, version, groupId, personId, validFrom, validTo } = row;
  return { id, version, groupId, personId, validFrom, validTo };
}
