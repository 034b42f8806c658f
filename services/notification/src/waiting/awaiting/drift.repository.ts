import { Injectable } from '@nestjs/common';
import type { AwaitedThingName, AwaitsDigest, AwaitsRetold } from '@gongxiang/contracts/notification/awaits';
import type { NotifyingService } from '@gongxiang/contracts/notification/notice-raised';
import type { Transaction } from '@gongxiang/persistence';
import type { KnownThing } from './drift.model.js';

/** What waits here and nowhere else is closed by so many at a time; the next digest finds the rest. */
const comparedMax = 2_000;

@Injectable()
export class DriftRepository {
  /** The digest of what waits here, as a service makes its own. */
  async digestOf(
    tx: Transaction,
    service: NotifyingService,
    without: readonly AwaitedThingName[],
  ): Promise<Pick<AwaitsDigest, 'count' | 'hash'>> {
    const [digest] = (await tx.sql.query(
      `WITH things AS (
         SELECT count(*) AS number, concat_ws('/', t.subject, t.id, t.version, count(*)) COLLATE "C" AS line
         FROM awaited_thing t
         JOIN awaiting a ON a.service = t.service AND a.subject = t.subject AND a.thing_id = t.id
         WHERE t.service = $1 AND (t.subject, t.id) NOT IN (SELECT * FROM unnest($2::text[], $3::uuid[]))
         GROUP BY t.service, t.subject, t.id
       )
       SELECT coalesce(sum(number), 0)::int AS count, md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) AS hash
       FROM things`,
      [service, ...columnsOf(without)],
    )) as [Pick<AwaitsDigest, 'count' | 'hash'>];
    return digest;
  }

  /** What waits here between the first and the last that was told, and what is kept of those told. */
  async known(
    tx: Transaction,
    service: NotifyingService,
    { after, upTo, things }: AwaitsRetold,
  ): Promise<KnownThing[]> {
    return tx.sql.query(
      `WITH named AS (
         SELECT DISTINCT a.subject, a.thing_id AS id FROM awaiting a
         WHERE a.service = $1 AND ($2::text IS NULL OR (a.subject COLLATE "C", a.thing_id) > ($2, $3::uuid))
           AND ($4::text IS NULL OR (a.subject COLLATE "C", a.thing_id) <= ($4, $5::uuid))
         LIMIT ${comparedMax}
       ), compared AS (
         SELECT * FROM named UNION SELECT * FROM unnest($6::text[], $7::uuid[])
       )
       SELECT t.subject, t.id, t.version, t.told_at AS "toldAt",
         ARRAY(SELECT a.kind || '/' || a.slot FROM awaiting a
           WHERE a.service = t.service AND a.subject = t.subject AND a.thing_id = t.id) AS keys
       FROM compared c JOIN awaited_thing t ON t.service = $1 AND t.subject = c.subject AND t.id = c.id
       ORDER BY t.subject COLLATE "C", t.id`,
      [
        service,
        after?.subject ?? null,
        after?.id ?? null,
        upTo?.subject ?? null,
        upTo?.id ?? null,
        ...columnsOf(things),
      ],
    );
  }
}

function columnsOf(names: readonly AwaitedThingName[]): [subjects: string[], ids: string[]] {
  return [names.map(({ subject }) => subject), names.map(({ id }) => id)];
}
