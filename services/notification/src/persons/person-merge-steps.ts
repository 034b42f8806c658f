import { Injectable } from '@nestjs/common';
import { notificationPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { acknowledgeBy, type PersonMergeSteps as Steps } from '@gongxiang/messaging/events';
import { movePerson, type PersonMerge, type PersonPlan, type Transaction } from '@gongxiang/persistence';
import { personPlaces } from './person-places.js';

/** What a merge of two persons does in this service: it moves rows. */
@Injectable()
export class PersonMergeSteps implements Steps {
  readonly plan: PersonPlan = { places: personPlaces };
  readonly acknowledge = acknowledgeBy(notificationPersonMerge);

  async move(tx: Transaction, merge: PersonMerge): Promise<void> {
    await movePerson(tx, this.plan, merge);
  }

  async warnings(): Promise<[]> {
    return [];
  }
}
