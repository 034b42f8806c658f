import { Injectable } from '@nestjs/common';
import { membershipEvents, type PartyState } from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PartyRef } from './party.entity.js';

/** Keeps the copy of who may be a party beside the unions. */
@Injectable()
export class PartyConsumer {
  @Consumes(membershipEvents.partyChanged)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    tx.send(keepCopy(tx, PartyRef, party));
  }
}
