import { Injectable } from '@nestjs/common';
import { membershipEvents, type PartyState } from '@gongxiang/contracts/membership/membership-events';
import { Consumer, ConsumesTogether, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PartyRef } from './party.entity.js';

/** Keeps the copy of who may be a party beside the unions. */
@Consumer('party-consumer')
@Injectable()
export class PartyConsumer {
  @ConsumesTogether(membershipEvents.partyChanged, ({ kind, id }) => `${kind}/${id}`)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(keepCopy(tx, PartyRef, party));
  }
}
