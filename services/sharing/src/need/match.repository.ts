import { Injectable } from '@nestjs/common';
import { beyondSubtree, newId } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { RankedOffer } from './match.model.js';
import { MatchRow } from './need.entity.js';

export interface OwnedOffer extends RankedOffer {
  readonly ownerUnionId: string;
}

export interface TitledMatch extends MatchRow {
  readonly resourceTitle: string;
}

export interface MatchFilter {
  readonly needId: string;
  /** Null: all of them, for the seeker. Else those of the subtrees in which the reader acts, and his own. */
  readonly ownedWithin: readonly string[] | null;
  readonly personId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

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
      `SELECT m.need_id AS "needId", m.id, m.version, m.resource_id AS "resourceId", m.owner_union_id AS "ownerUnionId",
              m.want, m.score, m.reasons, m.state, m.computed_at AS "computedAt", r.title AS "resourceTitle"
       FROM need_match m JOIN resource r ON r.id = m.resource_id
       WHERE m.need_id = $1
         AND ($2::text[] IS NULL OR (r.owner_kind = 'person' AND r.owner_id = $3)
              OR m.owner_union_id IN (
                SELECT u.id FROM unnest($2::text[], $7::text[]) AS r(start, beyond)
                JOIN union_ref u ON u.path >= r.start AND u.path < r.beyond))
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
}
