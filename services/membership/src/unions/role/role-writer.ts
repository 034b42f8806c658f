import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { UnionRow } from '../union/union.entity.js';
import { UnionRepository } from '../union/union.repository.js';
import type { RoleGrantRow } from './role.entity.js';
import { RoleRepository } from './role.repository.js';
import { isLast, isOver } from './role.model.js';
import { scheduleEnd } from './role-ends.js';
import { notifyHolder, notifyOfficers, notifyOfRole } from './role-notices.js';
import { roleStateOf } from './role-state.js';

type NewGrant = Pick<RoleGrantRow, 'personId' | 'unionId' | 'role' | 'grantedBy' | 'validTo'>;

/** Grants and revokes roles, moves their ends, and publishes each change. */
@Injectable()
export class RoleWriter {
  constructor(
    private readonly roles: RoleRepository,
    private readonly unions: UnionRepository,
    private readonly people: PersonRepository,
    private readonly authChanges: AuthChanges,
  ) {}

  /**
   * Requires the locks of the union and the person, taken in this order, like everything that grants or revokes
   * roles.
   * @throws DomainError `ROLE_FOR_RETAINED`
   */
  async grant(tx: Transaction, grant: NewGrant): Promise<RoleGrantRow> {
    await this.requireFull(tx, grant.personId);
    const row: RoleGrantRow = { id: newId(), version: 1, ...grant, grantedAt: tx.now, revokedAt: null };
    await this.roles.insert(tx, row);
    await this.recordChange(tx, row, null);
    const union = await this.unions.findById(tx, row.unionId);
    if (union !== null) await notifyOfRole(tx, 'roleGiven', { role: row, union });
    return row;
  }

  async lock(tx: Transaction, { unionId, personId }: Pick<NewGrant, 'unionId' | 'personId'>): Promise<void> {
    const union = await this.unions.lockById(tx, unionId);
    const person = await this.people.lockById(tx, personId);
    if (union === null || person === null) throw new DomainError('NOT_FOUND');
  }

  /** @throws DomainError `ROLE_FOR_RETAINED` if the person's membership is retained */
  async requireFull(tx: Transaction, personId: string): Promise<void> {
    if (await this.roles.isRetained(tx, personId))
      throw new DomainError('ROLE_FOR_RETAINED', { pointer: '/personId' });
  }

  /** Like {@link grant}, unless the person holds the role already. */
  async grantIfMissing(tx: Transaction, grant: NewGrant): Promise<void> {
    const { personId, unionId, role } = grant;
    if ((await this.findHeld(tx, { personId, unionId, role })) === null) await this.grant(tx, grant);
  }

  /** What a person holds; what is over, and not revoked yet, ends first. Requires the same locks as {@link grant}. */
  async findHeld(
    tx: Transaction,
    sought: Pick<NewGrant, 'personId' | 'unionId' | 'role'>,
  ): Promise<RoleGrantRow | null> {
    const held = await this.roles.findHeld(tx, sought);
    if (held === null || !isOver(held, tx.now)) return held;
    const union = await this.unions.findById(tx, held.unionId);
    return union === null ? held : this.endOver(tx, held, union);
  }

  /**
   * Revokes a role whose last day is over. Setting an end makes sure that somebody else of the root holds the role for
   * longer; they may have lost it since. As nobody could appoint a successor then, the last one stays, without an end:
   * one that is put off day by day would be announced again and again.
   * @param before locked behind its union, held, and over
   * @returns the role if it stays
   */
  async endOver(tx: Transaction, before: RoleGrantRow, union: UnionRow): Promise<RoleGrantRow | null> {
    const { validTo } = before;
    if (validTo === null) return before;
    const ending = { role: { ...before, validTo }, union };
    const others = await this.roles.countOthers(tx, before, shanghaiDate(tx.now));
    if (isLast({ role: before.role, path: union.path }, others)) {
      await notifyHolder(tx, 'roleKept', ending);
      await notifyOfficers(tx, 'roleKept', ending);
      return this.setEnd(tx, before, null);
    }
    await this.revoke(tx, before);
    await notifyHolder(tx, 'roleEnded', ending);
    return null;
  }

  /** @param before locked, and held */
  async revoke(tx: Transaction, before: RoleGrantRow): Promise<void> {
    await this.change(tx, before, { revokedAt: tx.now });
  }

  /** Somebody else takes it back. @param before locked, and held */
  async take(tx: Transaction, before: RoleGrantRow, union: Pick<UnionRow, 'id' | 'name'>): Promise<void> {
    await this.revoke(tx, before);
    await notifyOfRole(tx, 'roleTaken', { role: before, union });
  }

  /** @param before locked, and held */
  setEnd(tx: Transaction, before: RoleGrantRow, validTo: string | null): Promise<RoleGrantRow> {
    return this.change(tx, before, { validTo });
  }

  private async change(
    tx: Transaction,
    before: RoleGrantRow,
    to: Partial<RoleGrantRow>,
  ): Promise<RoleGrantRow> {
    const row = { ...before, ...to, version: before.version + 1 };
    await this.roles.update(tx, row);
    await this.recordChange(tx, row, before);
    return row;
  }

  private async recordChange(tx: Transaction, row: RoleGrantRow, before: RoleGrantRow | null): Promise<void> {
    await scheduleEnd(tx, row, before);
    await this.people.touch(tx, row.personId);
    tx.audit({ noun: 'role', id: row.id, before: before && roleStateOf(before), after: roleStateOf(row) });
    await recordEvent(tx, membershipEvents.roleChanged, row.id, roleStateOf(row));
    this.authChanges.publish(tx, row.personId);
  }
}
