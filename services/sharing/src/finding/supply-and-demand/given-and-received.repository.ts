import { Injectable } from '@nestjs/common';
import type {
  LendingEdgeView,
  LendingRestView,
  SharingFiguresView,
} from '@gongxiang/contracts/sharing/finding/given-and-received.contract';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Flow, OwnResource } from './given-and-received.model.js';
import { agreedStates, monthSql } from './supply-and-demand-sql.js';

const edgesMax = 40;
const ownMax = 200;

/**
 * Rows of what one union shared with another in a month: loans with their hours, and people who attended its
 * activities.
 * @param side a condition on the giver and the receiver, with placeholders for the two columns
 */
function flowsSql(side: (giver: string, receiver: string) => string): string {
  return `
    SELECT l.owner_union_id AS giver, l.borrower_union_id AS receiver, ${monthSql('l.starts_at')} AS month,
           count(*)::int AS loans, sum(extract(epoch FROM l.ends_at - l.starts_at) / 3600)::float8 AS hours, 0 AS seats
    FROM loan l
    WHERE l.starts_at >= $1 AND l.starts_at < $2 AND l.state IN ${agreedStates}
      AND l.owner_union_id <> l.borrower_union_id AND ${side('l.owner_union_id', 'l.borrower_union_id')}
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT a.union_id, f.union_id, ${monthSql('a.starts_at')}, 0, 0, sum(f.heads)::int
    FROM activity a JOIN attendance f ON f.activity_id = a.id
    WHERE a.starts_at >= $1 AND a.starts_at < $2 AND a.state <> 'cancelled'
      AND a.union_id <> f.union_id AND ${side('a.union_id', 'f.union_id')}
    GROUP BY 1, 2, 3`;
}

type Edge = Omit<LendingEdgeView, 'fromId' | 'toId'> & {
  readonly fromId: string | null;
  readonly toId: string | null;
} & LendingRestView;

/** Exchange between unions: one statement each. */
@Injectable()
export class GivenAndReceivedRepository {
  flowsOf(tx: Transaction, { start, end }: Period, unionId: string): Promise<Flow[]> {
    const flows = flowsSql((giver, receiver) => `$3::uuid IN (${giver}, ${receiver})`);
    return tx.sql.query(
      `SELECT giver AS "giverId", receiver AS "receiverId", month, loans, hours, seats FROM (${flows}) AS flow`,
      [start, end, unionId],
    );
  }

  /** Of all unions together: what was held and what was lent to another union, if it began within the period. */
  async figures(tx: Transaction, { start, end }: Period): Promise<Omit<SharingFiguresView, 'since'>> {
    const rows: Omit<SharingFiguresView, 'since'>[] = await tx.sql.query(
      `SELECT held.activities, came.attendances, lent.loans, lent.hours
       FROM (SELECT count(*)::int AS activities FROM activity
             WHERE state = 'closed' AND starts_at >= $1 AND starts_at < $2) AS held,
            (SELECT coalesce(sum(f.heads), 0)::int AS attendances
             FROM activity a JOIN attendance f ON f.activity_id = a.id
             WHERE a.state = 'closed' AND a.starts_at >= $1 AND a.starts_at < $2) AS came,
            (SELECT count(*)::int AS loans,
                    coalesce(round(sum(extract(epoch FROM ends_at - starts_at) / 3600)), 0)::float8 AS hours
             FROM loan WHERE starts_at >= $1 AND starts_at < $2 AND state IN ${agreedStates}
               AND owner_union_id <> borrower_union_id) AS lent`,
      [start, end],
    );
    const [figures] = rows;
    if (figures === undefined) throw new Error('a statement without a condition has one row');
    return figures;
  }

  async namesOf(tx: Transaction, unionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await tx.sql.query(
      'SELECT id, name FROM union_ref WHERE id = ANY($1::uuid[])',
      [unionIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * The strongest pairs with a side within these subtrees; all others are one row without ids.
   * @param within paths of unions
   */
  edges(tx: Transaction, { start, end }: Period, within: readonly string[]): Promise<Edge[]> {
    const seen = (path: string): string =>
      `EXISTS (SELECT 1 FROM unnest($3::text[]) AS held(path) WHERE starts_with(${path}, held.path))`;
    return tx.sql.query(
      `WITH pair AS (
         SELECT giver, receiver, sum(loans)::int AS loans, sum(hours)::float8 AS hours, sum(seats)::int AS seats
         FROM (${flowsSql(() => 'true')}) AS flow GROUP BY giver, receiver),
       ranked AS (
         SELECT p.*, g.name AS giver_name, t.name AS receiver_name,
                (${seen('g.path')} OR ${seen('t.path')}) IS TRUE AS is_seen,
                row_number() OVER (ORDER BY (${seen('g.path')} OR ${seen('t.path')}) IS TRUE DESC,
                  p.loans DESC, p.seats DESC, p.hours DESC, p.giver, p.receiver) AS place
         FROM pair p LEFT JOIN union_ref g ON g.id = p.giver LEFT JOIN union_ref t ON t.id = p.receiver),
       shown AS (SELECT *, is_seen AND place <= ${edgesMax} AS is_shown FROM ranked)
       SELECT CASE WHEN is_shown THEN giver END AS "fromId", CASE WHEN is_shown THEN receiver END AS "toId",
              coalesce(CASE WHEN is_shown THEN giver_name END, '') AS "fromName",
              coalesce(CASE WHEN is_shown THEN receiver_name END, '') AS "toName",
              count(*)::int AS pairs, sum(loans)::int AS loans, round(sum(hours))::float8 AS hours, sum(seats)::int AS seats
       FROM shown GROUP BY 1, 2, 3, 4 ORDER BY min(place)`,
      [start, end, within],
    );
  }

  /**
   * A union's resources, with the number of others' open needs each would answer that have no loan of its function.
   */
  ownResources(tx: Transaction, unionId: string): Promise<OwnResource[]> {
    return tx.sql.query(
      `SELECT r.id AS "resourceId", r.title, r.function, r.district, r.active, r.created_at AS "createdAt",
              (SELECT max(l.ends_at) FROM loan l WHERE l.owner_union_id = $1 AND l.resource_id = r.id
                 AND l.borrower_union_id <> $1 AND l.state IN ${agreedStates}) AS "lastLentAt",
              EXISTS (SELECT 1 FROM right_of_use g WHERE g.resource_id = r.id AND g.revoked_at IS NULL
                        AND g.valid_from <= $2 AND g.valid_until > $2) AS lendable,
              (SELECT count(*)::int FROM need n
               WHERE n.state = 'open' AND n.functions @> ARRAY[r.function] AND n.union_id <> $1
                 AND upper(need_span(n.windows)) > $2
                 AND (r.district IS NULL OR n.district IS NULL OR n.district = r.district)
                 AND EXISTS (SELECT 1 FROM jsonb_array_elements(n.wants) AS w
                   WHERE w ->> 'function' = r.function AND (w ->> 'business' IS NULL OR w ->> 'business' = ANY(r.businesses)))
                 AND NOT EXISTS (SELECT 1 FROM loan l
                   WHERE l.need_id = n.id AND l.function = r.function AND l.state IN ${agreedStates})) AS needs
       FROM resource r WHERE r.owner_union_id = $1 ORDER BY r.id DESC LIMIT ${ownMax}`,
      [unionId, tx.now],
    );
  }
}
