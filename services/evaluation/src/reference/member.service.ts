import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { storeCopiesLast } from '@gongxiang/messaging/events';
import type { LastWrite, Transaction } from '@gongxiang/persistence';
import { memberRefOf } from './member.model.js';
import { MemberRef } from './reference.entity.js';
import { type Activation, ReferenceRepository } from './reference.repository.js';

/** Maintains the copies of members: their union, and since when they are known to be active. */
@Injectable()
export class MemberService {
  /** In one statement for all members of a transaction, as those of a roster come by the thousand. */
  private readonly recordActivations: LastWrite<Activation> = (tx, activations) =>
    this.references.recordActivations(tx, activations);

  constructor(private readonly references: ReferenceRepository) {}

  changed(tx: Transaction, members: readonly MemberState[]): void {
    storeCopiesLast(tx, MemberRef, members.map(memberRefOf));
    const active = members.filter(({ state }) => state === 'active');
    const activations = active.map(({ personId, admitter = null }) => ({ personId, admitter }));
    if (activations.length > 0) tx.writeLast(this.recordActivations, activations);
  }
}
