import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PendingChangeWriter } from '../pending-change/pending-change-writer.js';
import { PendingChangeRepository } from '../pending-change/pending-change.repository.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { UnionRepository } from '../union/union.repository.js';
import { refuseLast } from './role.model.js';
import { RoleRepository } from './role.repository.js';
import { scheduleEnd } from './role-ends.js';
import { notifyOfRole } from './role-notices.js';
import { roleStateOf } from './role-state.js';
import { RoleWriter } from './role-writer.js';

/** Revokes the roles that a person holds through a union. */
@Injectable()
export class RoleRevocation {
  constructor(
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly changes: PendingChangeRepository,
    private readonly changeWriter: PendingChangeWriter,
    private readonly writer: RoleWriter,
  ) {}

  /**
   * Revokes every role at a union that is closed, also that of its last officer, and withdraws all that waits or is
   * offered there. Requires the lock of the union; locks the people in the order of their ids.
   */
  async revokeAllAt(tx: Transaction, unionId: string): Promise<void> {
    const held = await this.roles.heldAt(tx, unionId);
    for (const personId of new Set(held.map((grant) => grant.personId)))
      await this.people.lockById(tx, personId);
    const union = await this.unions.findById(tx, unionId);
    if (union !== null) for (const before of held) await this.writer.take(tx, before, union);
    for (const change of await this.changes.lockOpenAt(tx, unionId))
      await this.changeWriter.end(tx, change, { state: 'withdrawn' });
  }

  /**
   * Revokes every role of a person at a union and below it, and withdraws those proposed for them there. Like
   * granting, it locks the unions first, in the order of their ids, and then the person, so that no grant can come in
   * between.
   * @param path of the union
   * @throws DomainError 409 `ROLE_NEEDS_SUCCESSOR` with the names of the unions of which they are the only officer,
   * `ROLE_LAST_OPERATOR`
   */
  async revokeWithin(tx: Transaction, personId: string, path: string): Promise<void> {
    const grants = await this.roles.listHeldWithin(tx, personId, path);
    for (const unionId of [...new Set(grants.map((grant) => grant.unionId))].sort())
      await this.unions.lockById(tx, unionId);
    await this.people.lockById(tx, personId);
    const lonely = await this.roles.unionsOfOnlyOfficer(tx, personId, path);
    if (lonely.length > 0)
      throw new DomainError('ROLE_NEEDS_SUCCESSOR', {
        params: { unions: lonely.map(({ unionName }) => unionName).join('、') },
      });
    const revoked = [];
    // Read again under the locks: a role may have been granted or revoked meanwhile.
    for (const { unionPath, unionName, ...before } of await this.roles.listHeldWithin(tx, personId, path)) {
      const others = await this.roles.countOthers(tx, before, shanghaiDate(tx.now));
      refuseLast({ role: before.role, path: unionPath }, others);
      const row = { ...before, version: before.version + 1, revokedAt: tx.now };
      await this.roles.update(tx, row);
      await scheduleEnd(tx, row, before);
      tx.audit({ noun: 'role', id: row.id, before: roleStateOf(before), after: roleStateOf(row) });
      revoked.push({ about: row.id, data: roleStateOf(row) });
      // Whoever leaves by themselves knows.
      if (tx.call.actor?.personId !== personId)
        await notifyOfRole(tx, 'roleTaken', { role: before, union: { id: before.unionId, name: unionName } });
    }
    await recordEvents(tx, membershipEvents.roleChanged, revoked);
    for (const change of await this.changes.lockOpenAbout(tx, personId, path))
      await this.changeWriter.end(tx, change, { state: 'withdrawn' });
  }
}
