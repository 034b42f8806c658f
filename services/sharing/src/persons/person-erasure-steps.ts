import { Injectable } from '@nestjs/common';
import type { ErasureSteps } from '@gongxiang/messaging/events';
import { StoredFiles } from '@gongxiang/messaging/files';
import type { Transaction } from '@gongxiang/persistence';
import { activityAwaitsMayChange } from '../activities/activity/activity-awaits.due.js';
import { InterestErasure } from '../attendance/mutual-interest/interest-erasure.js';
import { matchAwaitsMayChange } from '../lending/need/need.due.js';
import { personData } from './person-data.js';
import { erasurePlan } from './person-erasure.js';

/** What erasing a person does in this service, beside rows: their pictures, and profiles that others have seen. */
@Injectable()
export class PersonErasureSteps implements ErasureSteps {
  readonly plan = erasurePlan;
  readonly data = personData;

  constructor(
    private readonly files: StoredFiles,
    private readonly interests: InterestErasure,
  ) {}

  async prepare(tx: Transaction, personId: string): Promise<void> {
    await this.interests.erasePerson(tx, personId);
    await this.files.forget(tx, await filesOf(tx, personId));
    for (const activityId of await awaitingOf(tx, personId)) await activityAwaitsMayChange(tx, activityId);
    for (const needId of await openNeedsOf(tx, personId)) await matchAwaitsMayChange(tx, needId);
  }
}

/** The activities whose hosts were to deal with something of the person that goes. */
async function awaitingOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows: { activityId: string }[] = await tx.sql.query(
    `WITH own AS (SELECT unnest(person_ids($1)) AS id)
     SELECT q.activity_id AS "activityId" FROM question q JOIN own ON own.id = q.person_id WHERE q.state = 'open'
     UNION
     SELECT p.activity_id FROM album_picture p JOIN own ON own.id = p.person_id WHERE p.state IN ('pending', 'reported')`,
    [personId],
  );
  return rows.map(({ activityId }) => activityId);
}

/** Needs that close with the erasure: nobody is to answer an offer for one any more. */
async function openNeedsOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT id FROM need WHERE party_kind = 'person' AND party_id = ANY(person_ids($1)) AND state = 'open'`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** The keys of all pictures and documents that the person has added of themselves or of what they lend. */
async function filesOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows: { key: string }[] = await tx.sql.query(
    `WITH own AS (SELECT unnest(person_ids($1)) AS id),
     lent AS (SELECT r.id FROM resource r JOIN own ON own.id = r.owner_id WHERE r.owner_kind = 'person')
     SELECT f->>'key' AS key FROM album_picture p JOIN own ON own.id = p.person_id, jsonb_array_elements(p.files) AS f
     UNION ALL
     SELECT f->>'key' FROM resource_picture p JOIN lent ON lent.id = p.resource_id, jsonb_array_elements(p.files) AS f
     UNION ALL
     SELECT d.file_key::text FROM resource_document d JOIN lent ON lent.id = d.resource_id`,
    [personId],
  );
  return rows.map(({ key }) => key);
}
