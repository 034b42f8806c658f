import { Injectable } from '@nestjs/common';
import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { memberRefOf } from './member.model.js';
import { MemberRef } from './reference.entity.js';
import { ReferenceRepository } from './reference.repository.js';

/** Keeps what is known of members: where they belong, and since when they are known to be active. */
@Injectable()
export class MemberService {
  constructor(private readonly references: ReferenceRepository) {}

  changed(tx: Transaction, member: MemberState): void {
    tx.send(keepCopy(tx, MemberRef, memberRefOf(member)));
    if (member.state === 'active')
      tx.send(this.references.noteActive(tx, member.personId, member.admitter ?? null));
  }
}
