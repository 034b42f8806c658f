import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { beyondSubtree, newId } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import type { RankedOffer } from './want.model.js';
import { MatchRow } from './need.entity.js';

/** A match with the titles of its two sides. */
export interface TitledMatch extends MatchRow {
  readonly needTitle: string;
  readonly offerTitle: string;
  readonly ownerUnionName: string;
}

export interface MatchFilter {
  readonly needId: string;
  /** Null: all of them, for the seeker. Otherwise those of the subtrees in which the reader acts, and their own. */
  readonly ownedWithin: readonly string[] | null;
  readonly personId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** An offer that answers one need. */
interface NeedOffer extends RankedOffer {
  readonly needId: string;
}

/** An offer, with a position in its needs. */
interface OfferPage {
  readonly id: string;
  /** Needs up to this one were processed. */
  readonly afterId: string | null;
}

export interface NeedAndOffer {
  readonly needId: string;
  readonly offerId: string;
}

/** The length of a need's list. */
interface ListLength {
  readonly needId: string;
  readonly count: number;
  readonly lowest: number;
}

const titledSql = `
  SELECT m.need_id AS "needId", m.id, m.version, m.offer_kind AS "offerKind", m.offer_id AS "offerId",
    m.owner_union_id AS "ownerUnionId", m.owner_person_id AS "ownerPersonId", m.want, m.score, m.reasons, m.state,
    m.computed_at AS "computedAt", m.proposed_at AS "proposedAt", m.proposed_by AS "proposedBy", m.outcome,
    m.activity_id AS "activityId", m.plan, n.title AS "needTitle",
    coalesce(r.title, a.title, b.name, o.title, '') AS "offerTitle", coalesce(u.name, '') AS "ownerUnionName"
  FROM need_match m JOIN need n ON n.id = m.need_id
  LEFT JOIN resource r ON m.offer_kind = 'resource' AND r.id = m.offer_id
  LEFT JOIN activity a ON m.offer_kind = 'activity' AND a.id = m.offer_id
  LEFT JOIN brand b ON m.offer_kind = 'brand' AND b.id = m.offer_id
  LEFT JOIN need o ON m.offer_kind = 'need' AND o.id = m.offer_id
  LEFT JOIN union_ref u ON u.id = m.owner_union_id`;

/** A draft is visible only to its organiser until they propose it. */
const shownToSeeker = `(a.id IS NULL OR a.published_at IS NOT NULL OR m.proposed_at IS NOT NULL)`;

@Injectable()
export class MatchRepository {
  findById(tx: Transaction, id: string): Promise<MatchRow | null> {
    return tx.sql.findOneBy(MatchRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<MatchRow | null> {
    return tx.sql.findOne(MatchRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The accepted match behind an activity's hosts. */
  behind(tx: Transaction, activityId: string): Promise<MatchRow | null> {
    return tx.sql.findOneBy(MatchRow, { activityId, state: 'accepted' });
  }

  /** The titles of offers of any kind, by id. */
  async offerTitles(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; title: string }[] = await tx.sql.query(
      `SELECT id, title FROM resource WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, title FROM activity WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, name FROM brand WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, title FROM need WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async titled(tx: Transaction, id: string): Promise<TitledMatch | null> {
    const rows: TitledMatch[] = await tx.sql.query(`${titledSql} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Those of a need that have been proposed, whatever came of it. */
  proposed(tx: Transaction, needId: string): Promise<TitledMatch[]> {
    return tx.sql.query(`${titledSql} WHERE m.need_id = $1 AND m.proposed_at IS NOT NULL`, [needId]);
  }

  async update(tx: Transaction, row: MatchRow): Promise<void> {
    await tx.sql.update(MatchRow, { id: row.id }, row);
  }

  /** The wants of a need that are answered. */
  async answeredWants(tx: Transaction, needId: string): Promise<number[]> {
    const rows: { want: number }[] = await tx.sql.query(
      `SELECT DISTINCT want FROM need_match WHERE need_id = $1 AND state = 'accepted'`,
      [needId],
    );
    return rows.map(({ want }) => want);
  }

  /**
   * Saves the best offers of some needs. Existing ones retain their id and state; a mere suggestion that is no longer
   * among the best is deleted. The caller holds the locks of the needs.
   * @returns as {@link put}
   */
  async saveRanked(
    tx: Transaction,
    needIds: readonly string[],
    offers: readonly NeedOffer[],
  ): Promise<ReadonlySet<string>> {
    await tx.sql.query(
      `DELETE FROM need_match m WHERE need_id = ANY($1) AND state = 'suggested' AND NOT EXISTS (
         SELECT FROM unnest($2::uuid[], $3::uuid[]) AS k(need_id, offer_id)
         WHERE k.need_id = m.need_id AND k.offer_id = m.offer_id)`,
      [needIds, offers.map(({ needId }) => needId), offers.map(({ id }) => id)],
    );
    return this.put(tx, offers);
  }

  /** @returns the offers new to their needs, each as `<need>/<offer>` */
  async put(tx: Transaction, offers: readonly NeedOffer[]): Promise<ReadonlySet<string>> {
    if (offers.length === 0) return new Set();
    const column = (of: (offer: NeedOffer) => unknown): unknown[] => offers.map(of);
    const rows: { needId: string; offerId: string; isNew: boolean }[] = await tx.sql.query(
      `INSERT INTO need_match (need_id, id, version, offer_kind, offer_id, owner_union_id, owner_person_id, want, score,
         reasons, state, computed_at)
       SELECT u.need_id, u.id, 1, u.kind, u.offer_id, u.union_id, u.person_id, u.want, u.score, u.reasons, 'suggested', $10
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::int[], $9::jsonb[])
         AS u(need_id, id, kind, offer_id, union_id, person_id, want, score, reasons)
       ON CONFLICT (need_id, offer_kind, offer_id) DO UPDATE
       SET want = excluded.want, score = excluded.score, reasons = excluded.reasons, computed_at = excluded.computed_at
       WHERE need_match.state IN ('suggested', 'proposed')
       RETURNING need_id AS "needId", offer_id AS "offerId", xmax = 0 AS "isNew"`,
      [
        column((one) => one.needId),
        column(() => newId()),
        column((one) => one.kind),
        column((one) => one.id),
        column((one) => one.ownerUnionId),
        column((one) => one.ownerPersonId),
        column((one) => one.want),
        column((one) => one.score),
        column((one) => JSON.stringify(one.reasons)),
        tx.now,
      ],
    );
    return new Set(rows.filter(({ isNew }) => isNew).map(({ needId, offerId }) => `${needId}/${offerId}`));
  }

  /** Removes offers from the lists of needs unless they were proposed. @returns the needs that had them */
  async drop(tx: Transaction, kind: MatchKind, pairs: readonly NeedAndOffer[]): Promise<string[]> {
    // Of thousands of pairs hardly one is there: each is looked up under its key, as one join would read all matches.
    const there: { id: string }[] = await tx.sql.query(
      `SELECT m.id FROM unnest($1::uuid[], $2::uuid[]) AS d(need_id, offer_id)
       CROSS JOIN LATERAL (
         SELECT id FROM need_match
         WHERE need_id = d.need_id AND offer_kind = $3 AND offer_id = d.offer_id AND state = 'suggested' LIMIT 1) AS m`,
      [pairs.map(({ needId }) => needId), pairs.map(({ offerId }) => offerId), kind],
    );
    if (there.length === 0) return [];
    const [rows]: [{ needId: string }[], number] = await tx.sql.query(
      `DELETE FROM need_match WHERE id = ANY($1) RETURNING need_id AS "needId"`,
      [there.map(({ id }) => id)],
    );
    return [...new Set(rows.map(({ needId }) => needId))];
  }

  /**
   * Trims the suggestions of a kind to the best so many per need.
   * @returns the removed ones, each as `<need>/<offer>`
   */
  async trim(
    tx: Transaction,
    needIds: readonly string[],
    { kind, max }: { readonly kind: MatchKind; readonly max: number },
  ): Promise<ReadonlySet<string>> {
    const [rows]: [NeedAndOffer[], number] = await tx.sql.query(
      `DELETE FROM need_match m USING (
         SELECT id, row_number() OVER (PARTITION BY need_id ORDER BY score DESC, offer_id) AS place
         FROM need_match WHERE need_id = ANY($1) AND offer_kind = $2 AND state = 'suggested') AS ranked
       WHERE m.id = ranked.id AND ranked.place > $3 RETURNING m.need_id AS "needId", m.offer_id AS "offerId"`,
      [needIds, kind, max],
    );
    return new Set(rows.map(({ needId, offerId }) => `${needId}/${offerId}`));
  }

  /** The needs that offers are suggested or proposed to, by offer in id order, one page at a time. */
  needsWith(
    tx: Transaction,
    kind: MatchKind,
    offers: readonly OfferPage[],
    max: number,
  ): Promise<NeedAndOffer[]> {
    return tx.sql.query(
      `SELECT m.need_id AS "needId", o.id AS "offerId" FROM unnest($2::uuid[], $3::uuid[]) AS o(id, after_id)
       CROSS JOIN LATERAL (
         SELECT need_id FROM need_match
         WHERE offer_kind = $1 AND offer_id = o.id AND (o.after_id IS NULL OR need_id > o.after_id)
           AND state IN ('suggested', 'proposed')
         ORDER BY need_id LIMIT $4) AS m
       ORDER BY o.id, m.need_id`,
      [kind, offers.map(({ id }) => id), offers.map(({ afterId }) => afterId), max],
    );
  }

  /** The number of suggestions of a kind per need, and the score of the last of them. */
  lengths(tx: Transaction, needIds: readonly string[], kind: MatchKind): Promise<ListLength[]> {
    return tx.sql.query(
      `SELECT need_id AS "needId", count(*)::int AS count, min(score) AS lowest FROM need_match
       WHERE need_id = ANY($1) AND offer_kind = $2 AND state = 'suggested' GROUP BY need_id`,
      [needIds, kind],
    );
  }

  /** The number of proposed offers per need. */
  async countOffers(tx: Transaction, needIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { needId: string; count: number }[] = await tx.sql.query(
      `SELECT need_id AS "needId", count(*)::int AS count FROM need_match
       WHERE need_id = ANY($1) AND (proposed_at IS NOT NULL OR state = 'accepted') GROUP BY need_id`,
      [needIds],
    );
    return new Map(rows.map(({ needId, count }) => [needId, count]));
  }

  /** The activity behind a match may be a draft that nobody else may know of. */
  async stateOfActivity(tx: Transaction, activityId: string): Promise<ActivityState | null> {
    const rows: { state: ActivityState }[] = await tx.sql.query('SELECT state FROM activity WHERE id = $1', [
      activityId,
    ]);
    return rows[0]?.state ?? null;
  }

  /** Best first; equal scores in the order they were found. */
  list(tx: Transaction, filter: MatchFilter): Promise<TitledMatch[]> {
    const cursor = decodeCursor(filter.cursor, 2);
    return tx.sql.query(
      `${titledSql}
       WHERE m.need_id = $1
         AND (($2::text[] IS NULL AND ${shownToSeeker}) OR m.owner_person_id = $3
              OR m.owner_union_id IN (
                SELECT h.id FROM unnest($2::text[], $7::text[]) AS held(start, beyond)
                JOIN union_ref h ON h.path >= held.start AND h.path < held.beyond))
         AND ($4::int IS NULL OR (-m.score, m.id) > (-$4::int, $5::uuid))
       ORDER BY m.score DESC, m.id LIMIT $6`,
      [
        filter.needId,
        filter.ownedWithin,
        filter.personId,
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        rowsFor(filter.limit),
        filter.ownedWithin?.map(beyondSubtree) ?? null,
      ],
    );
  }

  /** Offers waiting for a seeker's answer, latest first. @param seeker the person, and where they manage needs */
  async listAwaiting(
    tx: Transaction,
    seeker: { readonly personId: string; readonly within: readonly string[] },
    page: { readonly cursor?: string; readonly limit?: number; readonly ownUnions?: boolean },
  ): Promise<TitledMatch[]> {
    const cursor = decodeCursor(page.cursor, 2);
    const values: unknown[] = [
      seeker.personId,
      cursor?.[0] ?? null,
      cursor?.[1] ?? null,
      rowsFor(page.limit),
    ];
    const reach = subtreesOf(seeker.within, page);
    const isWithin = await reachCondition(tx, reach, placeholdersIn(values));
    return tx.sql.query(
      `${titledSql}
       WHERE m.state = 'proposed' AND n.state IN ('open', 'answered')
         AND ((n.party_kind = 'person' AND n.party_id = $1) OR ${isWithin('n.union_id')})
         AND ($2::timestamptz IS NULL OR (m.proposed_at, m.id) < ($2::timestamptz, $3::uuid))
       ORDER BY m.proposed_at DESC, m.id DESC LIMIT $4`,
      values,
    );
  }
}
