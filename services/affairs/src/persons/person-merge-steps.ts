import { Injectable } from '@nestjs/common';
import { affairsPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { acknowledgeBy, type PersonMergeSteps as Steps } from '@gongxiang/messaging/events';
import {
  changeNoted,
  movePerson,
  type PersonMerge,
  type PersonPlan,
  type Transaction,
} from '@gongxiang/persistence';
import { CircleMerges } from '../circles/circle/circle-merges.js';
import { HouseholdPlans } from '../matters/household/household-plans.js';
import { OccasionWaits } from '../matters/occasion/occasion-waits.js';
import { personPlaces } from './person-places.js';

/** What a merge of two persons does in this service: it moves rows, and what waits goes to the union of the record that stays. */
@Injectable()
export class PersonMergeSteps implements Steps {
  readonly plan: PersonPlan = { places: personPlaces };
  readonly acknowledge = acknowledgeBy(affairsPersonMerge);

  constructor(
    private readonly circles: CircleMerges,
    private readonly occasionWaits: OccasionWaits,
    private readonly householdPlans: HouseholdPlans,
  ) {}

  async move(tx: Transaction, merge: PersonMerge): Promise<void> {
    // The copy of the merged record stays, so that what it did still has a name, and counts as no member.
    await changeNoted(tx, merge.mergeId, {
      table: 'member_ref',
      where: 't.person_id = $2',
      parameters: [merge.from],
      values: { state: `'ended'` },
    });
    await this.circles.endDouble(tx, merge);
    await movePerson(tx, this.plan, merge);
    await this.occasionWaits.followMembers(tx, [merge.into]);
    await this.householdPlans.tellConflicts(tx, merge.into, merge.mergeId);
  }

  async warnings(): Promise<[]> {
    return [];
  }
}
