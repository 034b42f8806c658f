import { Injectable } from '@nestjs/common';
import { membershipEvents, type PartyState } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PartyRef } from './party.entity.js';

/** Maintains the copies of parties other than unions. */
@Consumer('party-consumer')
@Injectable()
export class PartyConsumer {
  @ConsumesTogether(membershipEvents.partyChanged, ({ kind, id }) => `${kind}/${id}`)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(storeCopy(tx, PartyRef, party));
  }
}
