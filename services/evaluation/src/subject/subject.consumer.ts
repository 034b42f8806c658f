import { Injectable } from '@nestjs/common';
import { membershipEvents, type PartyState } from '@gongxiang/contracts';
import { Consumes, keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ClubRef } from './subject.entity.js';

/** Keeps the copy of clubs: what else is scored is known by its activities and loans. */
@Injectable()
export class SubjectConsumer {
  @Consumes(membershipEvents.partyChanged)
  async partyChanged(tx: Transaction, party: PartyState): Promise<void> {
    if (party.kind === 'club') await keepCopy(tx, ClubRef, party);
  }
}
