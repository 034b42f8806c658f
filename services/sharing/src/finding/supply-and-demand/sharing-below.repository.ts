import { Injectable } from '@nestjs/common';
import { sharingBelowMax } from '@gongxiang/contracts/sharing/finding/given-and-received.contract';
import { beyondSubtree, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { agreedStates, monthSql } from './supply-and-demand-sql.js';

export interface BelowUnion {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/** What one branch held and lent in one month. */
export interface BelowSum {
  /** The path of the union directly below, or of the union itself. */
  readonly branch: string;
  readonly month: string;
  readonly activities: number;
  readonly attendances: number;
  readonly lent: number;
  readonly borrowed: number;
}

/** The path of the union directly below `$1` on the way to a path, or `$1` itself. */
const branchSql = (path: string): string =>
  `left(${path}, length($1) + strpos(substr(${path}, length($1) + 1), '.'))`;

/** The loans of a side in the subtree. @param side whose union it is, @param sums the figures of a loan on that side */
const loansSql = (side: 'owner' | 'borrower', sums: string): string => `
  SELECT ${branchSql('u.path')}, ${monthSql('l.starts_at')}, ${sums}
  FROM loan l JOIN union_ref u ON u.id = l.${side}_union_id
  WHERE l.starts_at >= $3 AND l.starts_at < $4 AND l.state IN ${agreedStates}
    AND l.owner_union_id <> l.borrower_union_id AND u.path >= $1 AND u.path < $2`;

/** Sums over the subtree of a union. */
@Injectable()
export class SharingBelowRepository {
  /** The union at this path and those in use directly below it, by name. */
  unions(tx: Transaction, path: string): Promise<BelowUnion[]> {
    return tx.sql.query(
      `SELECT id, path, name FROM union_ref
       WHERE path >= $1 AND path < $2 AND ${branchSql('path')} = path AND (active OR path = $1)
       ORDER BY path <> $1, name, id LIMIT ${sharingBelowMax + 1}`,
      [path, beyondSubtree(path)],
    );
  }

  /** By branch and month. */
  sums(tx: Transaction, path: string, { start, end }: Period): Promise<BelowSum[]> {
    return tx.sql.query(
      `SELECT branch, month, sum(activities)::int AS activities, sum(attendances)::int AS attendances,
         sum(lent)::int AS lent, sum(borrowed)::int AS borrowed
       FROM (
         SELECT ${branchSql('a.union_path')} AS branch, ${monthSql('a.starts_at')} AS month, 1 AS activities,
           (SELECT coalesce(sum(f.heads), 0) FROM attendance f WHERE f.activity_id = a.id) AS attendances,
           0 AS lent, 0 AS borrowed
         FROM activity a
         WHERE a.union_path >= $1 AND a.union_path < $2 AND a.starts_at >= $3 AND a.starts_at < $4
           AND a.state IN ('published', 'closing', 'closed')
         UNION ALL ${loansSql('owner', '0, 0, 1, 0')}
         UNION ALL ${loansSql('borrower', '0, 0, 0, 1')}) AS one
       GROUP BY 1, 2`,
      [path, beyondSubtree(path), start, end],
    );
  }
}
