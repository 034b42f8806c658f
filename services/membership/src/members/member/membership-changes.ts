import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { MemberWriter } from './member-writer.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { auditedStateOf } from './member-state.js';
import type { MembershipRow } from './membership.entity.js';

/** The one way in which a membership changes: whoever changes one raises the same event and leaves the same trail. */
@Injectable()
export class MembershipChanges {
  constructor(
    private readonly members: MemberRepository,
    private readonly people: PersonRepository,
    private readonly writer: MemberWriter,
    private readonly authChanges: AuthChanges,
  ) {}

  /**
   * Locks the person first, as imports do, so that all lock in the same order.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(
    tx: Transaction,
    membershipId: string,
  ): Promise<{ readonly person: PersonRow; readonly membership: MembershipRow }> {
    const { personId } = await this.recordOf(tx, membershipId);
    const person = await this.people.lockById(tx, personId);
    const membership = await this.members.lockById(tx, membershipId);
    if (person === null || membership === null) throw new DomainError('NOT_FOUND');
    return { person, membership };
  }

  async save(tx: Transaction, membership: MembershipRow, before: MembershipRow): Promise<void> {
    await this.members.update(tx, membership);
    await this.record(tx, membership, before);
  }

  /** @param isNewPerson who has version 1, which this membership is part of */
  async insert(tx: Transaction, membership: MembershipRow, isNewPerson: boolean): Promise<void> {
    const begun = isNewPerson ? membership : await this.served(tx, membership);
    await this.members.insert(tx, [begun]);
    await this.record(tx, begun, null, isNewPerson);
  }

  /** @throws DomainError `NOT_FOUND` */
  async recordOf(tx: Transaction, membershipId: string): Promise<MemberRecord> {
    const record = await this.members.findById(tx, membershipId);
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** Whoever comes back, or from another union, may be dispatched to the same place as before. */
  private async served(tx: Transaction, membership: MembershipRow): Promise<MembershipRow> {
    const servedByUnionId = await this.members.findServingUnion(tx, membership.personId);
    return servedByUnionId === membership.unionId ? membership : { ...membership, servedByUnionId };
  }

  private async record(
    tx: Transaction,
    membership: MembershipRow,
    before: MembershipRow | null,
    isNewPerson = false,
  ): Promise<void> {
    if (!isNewPerson) await this.people.touch(tx, membership.personId);
    const person = await this.people.findById(tx, membership.personId);
    if (person === null) throw new DomainError('NOT_FOUND');
    tx.audit({
      noun: 'member',
      id: membership.id,
      before: before && auditedStateOf(person, before),
      after: auditedStateOf(person, membership),
    });
    await recordEvent(tx, membershipEvents.memberChanged, person.id, this.writer.stateOf(person, membership));
    this.authChanges.publish(tx, person.id);
  }
}
