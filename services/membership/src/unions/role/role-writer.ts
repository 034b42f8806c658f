import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, newId } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { UnionRepository } from '../union/union.repository.js';
import type { RoleGrantRow } from './role.entity.js';
import { RoleRepository } from './role.repository.js';
import { roleStateOf } from './role-state.js';

type Given = Pick<RoleGrantRow, 'personId' | 'unionId' | 'role' | 'grantedBy'>;

/** Gives roles, and tells everybody who must learn of what has changed. */
@Injectable()
export class RoleWriter {
  constructor(
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly authChanges: AuthChanges,
  ) {}

  /** Under the locks of the union and the person, in this order, as everything that gives or takes roles. */
  async give(tx: Transaction, given: Given): Promise<RoleGrantRow> {
    const row: RoleGrantRow = { id: newId(), version: 1, ...given, grantedAt: tx.now, revokedAt: null };
    await this.roles.insert(tx, row);
    await this.changed(tx, row, null);
    return row;
  }

  async lock(tx: Transaction, { unionId, personId }: Pick<Given, 'unionId' | 'personId'>): Promise<void> {
    const union = await this.unions.lockById(tx, unionId);
    const person = await this.people.lockById(tx, personId);
    if (union === null || person === null) throw new DomainError('NOT_FOUND');
  }

  /** The same, under the same locks; whoever holds the role by now goes on holding it. */
  async giveOnce(tx: Transaction, given: Given): Promise<void> {
    const { personId, unionId, role } = given;
    if ((await this.roles.findHeld(tx, { personId, unionId, role })) === null) await this.give(tx, given);
  }

  async changed(tx: Transaction, row: RoleGrantRow, before: RoleGrantRow | null): Promise<void> {
    await this.people.touch(tx, row.personId);
    tx.audit({ noun: 'role', id: row.id, before: before && roleStateOf(before), after: roleStateOf(row) });
    await recordEvent(tx, membershipEvents.roleChanged, row.id, roleStateOf(row));
    this.authChanges.tell(tx, row.personId);
  }
}
