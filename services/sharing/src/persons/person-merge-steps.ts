import { Inject, Injectable } from '@nestjs/common';
import {
  type CountReferences,
  type MergeWarningView,
  sharingPersonMerge,
} from '@gongxiang/contracts/words/person-merge';
import { acknowledgeBy, type PersonMergeSteps as Steps } from '@gongxiang/messaging/events';
import { CONFIG } from '@gongxiang/messaging/service';
import {
  changeNoted,
  dataCipher,
  movePerson,
  type PersonMerge,
  type PersonPlan,
  type Transaction,
} from '@gongxiang/persistence';
import type { SharingConfig } from '../config/config.js';
import { sealedPlaces } from '../files/key-rotation/sealed-places.js';
import { ActivityRepository } from '../activities/activity/activity.repository.js';
import { CancellationWork } from '../seats/registration/cancellation-work.js';
import { isActive } from '../seats/registration/registration.model.js';
import type { RegistrationRow } from '../seats/registration/registration.entity.js';
import { RegistrationRepository } from '../seats/registration/registration.repository.js';
import { keptRegistration } from './kept-registration.model.js';
import { personPlaces } from './person-places.js';

/** What a merge of two persons does in this service, beside moving rows. */
@Injectable()
export class PersonMergeSteps implements Steps {
  readonly plan: PersonPlan;
  readonly acknowledge = acknowledgeBy(sharingPersonMerge);

  constructor(
    @Inject(CONFIG) config: Pick<SharingConfig, 'dataKey' | 'dataKeyPrevious'>,
    private readonly activities: ActivityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly cancellation: CancellationWork,
  ) {
    this.plan = { places: personPlaces, sealed: { cipher: dataCipher(config), places: sealedPlaces } };
  }

  async move(tx: Transaction, merge: PersonMerge): Promise<void> {
    // The lock order of a sign-up: activities first, then the member.
    for (const activityId of await this.openActivities(tx, merge))
      await this.settleSeats(tx, activityId, merge);
    await this.withdrawEntries(tx, merge);
    await this.endCopy(tx, merge);
    await movePerson(tx, this.plan, merge);
  }

  async warnings(tx: Transaction, { from, into }: CountReferences): Promise<MergeWarningView[]> {
    const [row] = (await tx.sql.query(
      `SELECT
         (SELECT count(*) FROM registration r JOIN registration o ON o.activity_id = r.activity_id AND o.person_id = $2
            AND o.state NOT IN ('cancelled', 'expired')
          JOIN activity a ON a.id = r.activity_id
          WHERE r.person_id = $1 AND r.state NOT IN ('cancelled', 'expired')
            AND a.state = 'published' AND a.starts_at > $3)::int AS "twoSeats",
         (SELECT count(*) FROM draw_entry e JOIN draw_entry o ON o.draw_id = e.draw_id AND o.person_id = $2
          JOIN draw d ON d.id = e.draw_id WHERE e.person_id = $1 AND d.state IN ('frozen', 'drawn'))::int AS "twoDrawEntries"`,
      [from, into, tx.now],
    )) as [Record<'twoSeats' | 'twoDrawEntries', number>];
    return (['twoSeats', 'twoDrawEntries'] as const).map((warning) => ({ warning, count: row[warning] }));
  }

  /** Activities ahead in which the merged record has signed up, in the order in which they are locked. */
  private async openActivities(tx: Transaction, { from }: PersonMerge): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT a.id FROM registration r JOIN activity a ON a.id = r.activity_id
       WHERE r.person_id = $1 AND a.state NOT IN ('closing', 'closed', 'cancelled') AND a.starts_at > $2 ORDER BY a.id`,
      [from, tx.now],
    );
    return rows.map(({ id }) => id);
  }

  /** One person has one seat: the better or earlier registration stays, the other is given back to the waitlist. */
  private async settleSeats(tx: Transaction, activityId: string, merge: PersonMerge): Promise<void> {
    await this.activities.lockById(tx, activityId);
    const merged = await this.registrations.findOfPerson(tx, activityId, merge.from);
    const survivor = await this.registrations.findOfPerson(tx, activityId, merge.into);
    if (merged === null || survivor === null) return;
    const kept = keptRegistration(merged, survivor);
    await this.release(tx, kept === merged ? survivor : merged);
    // The other row makes room under an id that stands for the same person.
    if (kept === merged) await this.park(tx, survivor, merge);
  }

  private async release(tx: Transaction, row: RegistrationRow): Promise<void> {
    if (!isActive(row.state)) return;
    const released = await this.cancellation.release(tx, row, null);
    tx.audit({
      noun: 'registration',
      id: row.id,
      before: { state: row.state },
      after: { state: released.state, reason: 'personsMerged' },
    });
  }

  private async park(tx: Transaction, row: RegistrationRow, { mergeId, into }: PersonMerge): Promise<void> {
    await tx.sql.query(
      `INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, $1, $3) ON CONFLICT DO NOTHING`,
      [mergeId, into, tx.now],
    );
    await tx.sql.query('SET CONSTRAINTS ALL DEFERRED');
    const own = { parameters: [row.activityId, into, mergeId], values: { person_id: '$4::uuid' } };
    for (const table of ['registration', 'registration_companion', 'coupon'])
      await changeNoted(tx, mergeId, { ...own, table, where: 't.activity_id = $2 AND t.person_id = $3' });
  }

  /** One person enters a draw once, as long as it is open. */
  private async withdrawEntries(tx: Transaction, { mergeId, from, into }: PersonMerge): Promise<void> {
    const open = `(SELECT d.id FROM draw d WHERE d.state = 'open')`;
    const [twice] = (await tx.sql.query(
      `UPDATE draw d SET entries = entries - 1 WHERE d.state = 'open'
         AND EXISTS (SELECT FROM draw_entry e WHERE e.draw_id = d.id AND e.person_id = $1 AND e.state = 'entered')
         AND EXISTS (SELECT FROM draw_entry e WHERE e.draw_id = d.id AND e.person_id = $2 AND e.state = 'entered')
       RETURNING d.id`,
      [from, into],
    )) as [{ id: string }[], number];
    if (twice.length === 0) return;
    await changeNoted(tx, mergeId, {
      table: 'draw_entry',
      where: `t.person_id = $2 AND t.state = 'entered' AND t.draw_id = ANY($3) AND t.draw_id IN ${open}`,
      parameters: [from, twice.map(({ id }) => id)],
      values: { state: `'withdrawn'` },
    });
  }

  /** The copy of the merged record stays, so that what it did still has a name, and counts as no member. */
  private endCopy(tx: Transaction, { mergeId, from }: PersonMerge): Promise<void> {
    return changeNoted(tx, mergeId, {
      table: 'member_ref',
      where: 't.person_id = $2',
      parameters: [from],
      values: { state: `'ended'` },
    });
  }
}
