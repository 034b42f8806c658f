import { Injectable } from '@nestjs/common';
import type {
  MyQueuePlacesRequest,
  MyQueuePlaceView,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { QueueRef } from '../../activities/activity/activity.entity.js';
import { hmacPads } from './place-key.js';
import { QueuePlaceRow, QueueRow } from './queue.entity.js';

/** Everything that a person's own place is computed from. */
export interface OwnPlace {
  readonly isPublished: boolean;
  readonly queue: QueueRef | null;
  readonly joined: number;
  readonly early: number | null;
  readonly secret: string | null;
  readonly joinedAt: Date | null;
  readonly place: number | null;
}

type Instants = 'startsAt' | 'endsAt' | 'joinedAt' | 'signUpClosesAt';
type ByTheClock = 'state' | 'ahead' | 'turnAt' | 'opensAt';

/** A person's own place, with what they are told of its activity and what the clock makes of it. */
export type ListedPlace = Omit<MyQueuePlaceView, Instants | ByTheClock> &
  Readonly<Record<Instants, Date>> & { readonly queue: QueueRef };

/** A queue changes only under the lock of its activity, so it needs no lock of its own. */
@Injectable()
export class QueueRepository {
  find(tx: Transaction, activityId: string): Promise<QueueRow | null> {
    return tx.sql.findOneBy(QueueRow, { activityId });
  }

  /** Without the lock of the activity, which thousands want when turns come; of two steps one waits for the other. */
  lockTurns(tx: Transaction, activityId: string): Promise<QueueRow | null> {
    return tx.sql.findOne(QueueRow, { where: { activityId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Who stands at these places and has neither a seat nor a place on a waitlist, as they are known now. */
  async withoutSeat(
    tx: Transaction,
    activityId: string,
    { after, upTo }: { readonly after: number; readonly upTo: number },
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT coalesce(s.into_id, p.person_id) AS "personId"
       FROM queue_place p LEFT JOIN person_alias s ON s.from_id = p.person_id
       WHERE p.activity_id = $1 AND p.place > $2 AND p.place <= $3 AND NOT EXISTS (
         SELECT 1 FROM registration r WHERE r.activity_id = p.activity_id
           AND r.person_id IN (p.person_id, coalesce(s.into_id, p.person_id))
           AND r.state IN ('confirmed', 'waitlisted', 'held'))
       ORDER BY p.place`,
      [activityId, after, upTo],
    );
    return rows.map(({ personId }) => personId);
  }

  async markTold(tx: Transaction, activityId: string, told: number): Promise<void> {
    await tx.sql.update(QueueRow, { activityId }, { told });
  }

  async insert(tx: Transaction, row: QueueRow): Promise<void> {
    await tx.sql.insert(QueueRow, row);
  }

  /** Those of these persons who have joined. */
  async placesOf(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<Map<string, QueuePlaceRow>> {
    const rows = await tx.sql.findBy(QueuePlaceRow, { activityId, personId: In([...personIds]) });
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** Reads by primary keys; null if there is no such activity. */
  async own(tx: Transaction, activityId: string, personId: string): Promise<OwnPlace | null> {
    const rows: OwnPlace[] = await tx.sql.query(
      `SELECT a.published_at IS NOT NULL AS "isPublished", a.queue, coalesce(q.joined, 0) AS joined, q.early, q.secret,
              p.joined_at AS "joinedAt", p.place
       FROM activity a LEFT JOIN queue q ON q.activity_id = a.id
         LEFT JOIN queue_place p ON p.activity_id = a.id AND p.person_id = ANY(person_ids($2))
       WHERE a.id = $1 ORDER BY p.place LIMIT 1`,
      [activityId, personId],
    );
    return rows[0] ?? null;
  }

  /** A person's own in all queues that are not switched off, the latest first. */
  async ownAll(tx: Transaction, personId: string, page: MyQueuePlacesRequest): Promise<ListedPlace[]> {
    const cursor = decodeCursor(page.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.title AS "activityTitle", a.state AS "activityState", a.venue,
              a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.time_zone AS "timeZone", a.queue,
              a.sign_up_closes_at AS "signUpClosesAt", p.joined_at AS "joinedAt", p.place
       FROM queue_place p JOIN activity a ON a.id = p.activity_id
       WHERE p.person_id = ANY(person_ids($1)) AND a.queue IS NOT NULL
         AND ($2::timestamptz IS NULL OR (p.joined_at, p.activity_id) < ($2::timestamptz, $3::uuid))
       ORDER BY p.joined_at DESC, p.activity_id DESC LIMIT $4`,
      [personId, cursor[0], cursor[1], rowsFor(page.limit)],
    );
  }

  /** The unions of members, for whom an officer may act; unknown persons are left out. */
  async unionPathsOf(tx: Transaction, personIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { personId: string; path: string }[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", u.path FROM member_ref m JOIN union_ref u ON u.id = m.union_id
       WHERE m.person_id = ANY($1)`,
      [personIds],
    );
    return new Map(rows.map(({ personId, path }) => [personId, path]));
  }

  /** Adds places and updates their number. */
  async add(tx: Transaction, activityId: string, rows: readonly QueuePlaceRow[]): Promise<void> {
    if (rows.length === 0) return;
    const column = (of: (row: QueuePlaceRow) => unknown): unknown[] => rows.map(of);
    await tx.sql.query(
      `WITH added AS (
         INSERT INTO queue_place (activity_id, person_id, joined_by, joined_at, place)
         SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::int[]) RETURNING 1)
       UPDATE queue SET joined = joined + (SELECT count(*) FROM added) WHERE activity_id = $1`,
      [
        activityId,
        column((row) => row.personId),
        column((row) => row.joinedBy),
        column((row) => row.joinedAt),
        column((row) => row.place),
      ],
    );
  }

  /**
   * Draws the order of everybody who has joined in one statement, so that an aborted run leaves nothing. A second
   * call changes nothing.
   * @returns the number of people ordered; null if the order was drawn before
   */
  async freeze(tx: Transaction, activityId: string, secret: string): Promise<number | null> {
    const { inner, outer } = hmacPads(secret);
    const [rows]: [{ early: number }[], number] = await tx.sql.query(
      `WITH ordered AS (
         SELECT person_id, row_number() OVER (
           ORDER BY sha256($3::bytea || sha256($2::bytea || convert_to(person_id::text, 'UTF8'))), person_id) AS place
         FROM queue_place
         WHERE activity_id = $1 AND EXISTS (SELECT 1 FROM queue WHERE activity_id = $1 AND frozen_at IS NULL)),
       placed AS (
         UPDATE queue_place p SET place = o.place FROM ordered o
         WHERE p.activity_id = $1 AND p.person_id = o.person_id RETURNING 1)
       UPDATE queue SET frozen_at = $4, secret = $5, early = (SELECT count(*) FROM placed)
       WHERE activity_id = $1 AND frozen_at IS NULL RETURNING early`,
      [activityId, inner, outer, tx.now, secret],
    );
    return rows[0]?.early ?? null;
  }
}
