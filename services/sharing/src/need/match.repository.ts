import { Injectable } from '@nestjs/common';
import { beyondSubtree, newId } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { RankedOffer } from './match.model.js';
import { MatchRow } from './need.entity.js';

export interface OwnedOffer extends RankedOffer {
  readonly ownerUnionId: string;
}

/** A match with what its two sides are called. */
export interface TitledMatch extends MatchRow {
  readonly needTitle: string;
  readonly resourceTitle: string;
  readonly ownerUnionName: string;
}

export interface MatchFilter {
  readonly needId: string;
  /** Null: all of them, for the seeker. Else those of the subtrees in which the reader acts, and his own. */
  readonly ownedWithin: readonly string[] | null;
  readonly personId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const titledSql = `
  SELECT m.need_id AS "needId", m.id, m.version, m.resource_id AS "resourceId", m.owner_union_id AS "ownerUnionId",
    m.want, m.score, m.reasons, m.state, m.computed_at AS "computedAt", m.proposed_at AS "proposedAt",
    n.title AS "needTitle", r.title AS "resourceTitle", coalesce(o.name, '') AS "ownerUnionName"
  FROM need_match m JOIN need n ON n.id = m.need_id JOIN resource r ON r.id = m.resource_id
  LEFT JOIN union_ref o ON o.id = m.owner_union_id`;

@Injectable()
export class MatchRepository {
  findById(tx: Transaction, id: string): Promise<MatchRow | null> {
    return tx.sql.findOneBy(MatchRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<MatchRow | null> {
    return tx.sql.findOne(MatchRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(tx: Transaction, row: MatchRow): Promise<void> {
    await tx.sql.update(MatchRow, { id: row.id }, row);
  }

  /**
   * Keeps the best offers of a need. One that was there keeps its id and its state; a mere suggestion that is not among
   * the best any more goes. The caller holds the need's lock.
   */
  async keep(tx: Transaction, needId: string, offers: readonly OwnedOffer[]): Promise<void> {
    await tx.sql.query(
      `DELETE FROM need_match WHERE need_id = $1 AND state = 'suggested' AND NOT resource_id = ANY($2::uuid[])`,
      [needId, offers.map(({ resourceId }) => resourceId)],
    );
    for (const { resourceId, ownerUnionId, want, score, reasons } of offers) {
      await tx.sql.query(
        `INSERT INTO need_match (need_id, id, version, resource_id, owner_union_id, want, score, reasons, state, computed_at)
         VALUES ($1, $2, 1, $3, $4, $5, $6, $7, 'suggested', $8)
         ON CONFLICT (need_id, resource_id) DO UPDATE
         SET want = excluded.want, score = excluded.score, reasons = excluded.reasons, computed_at = excluded.computed_at`,
        [needId, newId(), resourceId, ownerUnionId, want, score, JSON.stringify(reasons), tx.now],
      );
    }
  }

  /** Best first; equal scores in the order in which they were found. */
  list(tx: Transaction, filter: MatchFilter): Promise<TitledMatch[]> {
    const cursor = decodeCursor(filter.cursor, 2);
    return tx.sql.query(
      `${titledSql}
       WHERE m.need_id = $1
         AND ($2::text[] IS NULL OR (r.owner_kind = 'person' AND r.owner_id = $3)
              OR m.owner_union_id IN (
                SELECT u.id FROM unnest($2::text[], $7::text[]) AS held(start, beyond)
                JOIN union_ref u ON u.path >= held.start AND u.path < held.beyond))
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

  /** Offers that wait for the word of a seeker, the latest first. @param seeker the person, and where he keeps needs */
  listAwaiting(
    tx: Transaction,
    seeker: { readonly personId: string; readonly within: readonly string[] },
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<TitledMatch[]> {
    const cursor = decodeCursor(page.cursor, 2);
    return tx.sql.query(
      `${titledSql}
       WHERE m.state = 'proposed' AND n.state = 'open'
         AND ((n.party_kind = 'person' AND n.party_id = $1) OR n.union_id IN (
           SELECT u.id FROM unnest($2::text[], $3::text[]) AS held(start, beyond)
           JOIN union_ref u ON u.path >= held.start AND u.path < held.beyond))
         AND ($4::timestamptz IS NULL OR (m.proposed_at, m.id) < ($4::timestamptz, $5::uuid))
       ORDER BY m.proposed_at DESC, m.id DESC LIMIT $6`,
      [
        ...[seeker.personId, seeker.within, seeker.within.map(beyondSubtree)],
        ...[cursor?.[0] ?? null, cursor?.[1] ?? null, rowsFor(page.limit)],
      ],
    );
  }
}
