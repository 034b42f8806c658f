import { Injectable } from '@nestjs/common';
import {
  type MemberState,
  membershipEvents,
  type MembersState,
} from '@gongxiang/contracts/membership/membership-events';
import { consentEvents, type ConsentState } from '@gongxiang/contracts/words/consent';
import { Consumer, Consumes, ConsumesTogether, storeCopiesLast } from '@gongxiang/messaging/events';
import type { LastWrite, Transaction } from '@gongxiang/persistence';
import { OccasionDayRow } from './occasion.entity.js';
import { occasionDayOf } from './occasion.model.js';
import { OccasionService } from './occasion.service.js';
import { OccasionWaits } from './occasion-waits.js';

/**
 * Hears of days in the records of members, and of who does not want to be visited for them. A consumer of its own: it begins with the
 * first event that is kept, so that members of before are known after an upgrade, too.
 */
@Consumer('occasion-consumer')
@Injectable()
export class OccasionConsumer {
  /** In one statement for all members of a transaction, as those of a roster come by the thousand. */
  private readonly follow: LastWrite<string> = (tx, personIds) => this.waits.followMembers(tx, personIds);

  constructor(
    private readonly occasions: OccasionService,
    private readonly waits: OccasionWaits,
  ) {}

  @ConsumesTogether(membershipEvents.memberChanged, (member) => member.personId)
  async memberChanged(tx: Transaction, member: MemberState): Promise<void> {
    this.changed(tx, [member]);
  }

  @Consumes(membershipEvents.membersChanged)
  async membersChanged(tx: Transaction, { members }: MembersState): Promise<void> {
    this.changed(tx, members);
  }

  @Consumes(consentEvents.changed)
  consentChanged(tx: Transaction, state: ConsentState): Promise<void> {
    return this.occasions.choose(tx, state);
  }

  private changed(tx: Transaction, members: readonly MemberState[]): void {
    storeCopiesLast(tx, OccasionDayRow, members.map(occasionDayOf));
    tx.writeLast(
      this.follow,
      members.map(({ personId }) => personId),
    );
  }
}
