import { Injectable } from '@nestjs/common';
import { type MemberState, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { consentEvents, type ConsentState } from '@gongxiang/contracts/words/consent';
import { Consumer, Consumes, ConsumesTogether, storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { OccasionDayRow } from './occasion.entity.js';
import { occasionDayOf } from './occasion.model.js';
import { OccasionService } from './occasion.service.js';

/**
 * Hears of days in the records of members, and of who does not want to be visited for them. A consumer of its own: it begins with the
 * first event that is kept, so that members of before are known after an upgrade, too.
 */
@Consumer('occasion-consumer')
@Injectable()
export class OccasionConsumer {
  constructor(private readonly occasions: OccasionService) {}

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    tx.send(storeCopy(tx, OccasionDayRow, occasionDayOf(member)));
  }

  @Consumes(consentEvents.changed)
  consentChanged(tx: Transaction, state: ConsentState): Promise<void> {
    return this.occasions.choose(tx, state);
  }
}
