import { Injectable } from '@nestjs/common';
import {
  type CountReferences,
  type MergeWarningView,
  evaluationPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import { acknowledgeBy, type PersonMergeSteps as Steps } from '@gongxiang/messaging/events';
import {
  changeNoted,
  movePerson,
  type PersonMerge,
  type PersonPlan,
  type Transaction,
} from '@gongxiang/persistence';
import { personPlaces } from './person-places.js';

/** What a merge of two persons does in this service, beside moving rows. */
@Injectable()
export class PersonMergeSteps implements Steps {
  readonly plan: PersonPlan = { places: personPlaces };
  readonly acknowledge = acknowledgeBy(evaluationPersonMerge);

  async move(tx: Transaction, merge: PersonMerge): Promise<void> {
    // The copy of the merged record stays, so that what it did still has a name, and counts as no member.
    await changeNoted(tx, merge.mergeId, {
      table: 'member_ref',
      where: 't.person_id = $2',
      parameters: [merge.from],
      values: { state: `'ended'`, birth_decade: 'NULL' },
    });
    await movePerson(tx, this.plan, merge);
  }

  async warnings(tx: Transaction, { from, into }: CountReferences): Promise<MergeWarningView[]> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS count FROM survey_token_grant g
       JOIN survey_token_grant o ON o.survey_id = g.survey_id AND o.person_id = $2 WHERE g.person_id = $1`,
      [from, into],
    )) as [{ count: number }];
    return [{ warning: 'twoSurveyTokens', count: row.count }];
  }
}
