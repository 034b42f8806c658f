import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { memberRefOf } from './member.model.js';
import { MemberRef } from './reference.entity.js';
import { ReferenceRepository } from './reference.repository.js';

/** Maintains the copies of members: their union, and since when they are known to be active. */
@Injectable()
export class MemberService {
  constructor(private readonly references: ReferenceRepository) {}

  changed(tx: Transaction, member: MemberState): void {
    tx.send(storeCopy(tx, MemberRef, memberRefOf(member)));
    if (member.state === 'active')
      tx.send(this.references.recordActivation(tx, member.personId, member.admitter ?? null));
  }
}
