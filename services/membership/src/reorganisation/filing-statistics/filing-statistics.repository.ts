import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { decidedAbove } from '../../unions/union/union.model.js';
import type { FilingTurn } from './filing-statistics.model.js';

interface Place {
  readonly id: string;
  readonly path: string;
}

/** The newest of a kind that are looked at. Filings are few: one below a union of thousands comes on few days. */
const turnsMax = 10_000;

/** Of a filing that one decision ends, with the states that are no decision. */
const turnSql = (kind: FilingTurn['kind']): string =>
  `'${kind}' AS kind, f.proposed_at AS "beganAt", CASE WHEN f.state <> 'waiting' THEN coalesce(f.decided_at, f.proposed_at) END AS "endedAt",
   CASE WHEN f.state = 'waiting' THEN NULL WHEN f.state = 'withdrawn' THEN 'ended' ELSE 'decided' END AS outcome`;

/** For which times filings waited for a union, wherever they are kept. */
@Injectable()
export class FilingStatisticsRepository {
  async turnsOf(tx: Transaction, union: Place, after: Date): Promise<FilingTurn[]> {
    return [
      ...(await this.foundings(tx, union, after)),
      ...(await this.closings(tx, union, after)),
      ...(await this.unionMoves(tx, union, after)),
      ...(await this.membersMoves(tx, union, after)),
    ];
  }

  /** From each step after which the union has to decide to the one that follows. */
  private foundings(tx: Transaction, { id }: Place, after: Date): Promise<FilingTurn[]> {
    return tx.sql.query(
      `WITH step AS (
         SELECT s.kind, s.union_id, s.at, lead(s.at) OVER w AS ended_at, lead(s.kind) OVER w AS ended_by
         FROM union_founding_step s
         WHERE s.founding_id IN (SELECT founding_id FROM union_founding_step WHERE union_id = $1 AND at > $2)
         WINDOW w AS (PARTITION BY s.founding_id ORDER BY s.number))
       SELECT 'founding' AS kind, at AS "beganAt", ended_at AS "endedAt",
         CASE WHEN ended_by IN ('approve', 'join', 'return', 'refuse', 'confirm') THEN 'decided'
           WHEN ended_by = 'escalate' THEN 'escalated' WHEN ended_by IS NOT NULL THEN 'ended' END AS outcome
       FROM step WHERE union_id = $1 AND at > $2 AND kind IN ('file', 'refile', 'elect', 'appeal', 'escalate')
       ORDER BY at DESC LIMIT ${turnsMax}`,
      [id, after],
    );
  }

  private closings(tx: Transaction, { id }: Place, after: Date): Promise<FilingTurn[]> {
    return tx.sql.query(
      `SELECT ${turnSql('closing')} FROM union_closing f JOIN labour_union u ON u.id = f.union_id
       WHERE u.parent_id = $1 AND f.proposed_at > $2 ORDER BY f.proposed_at DESC LIMIT ${turnsMax}`,
      [id, after],
    );
  }

  private unionMoves(tx: Transaction, { id }: Place, after: Date): Promise<FilingTurn[]> {
    return tx.sql.query(
      `SELECT ${turnSql('unionMove')} FROM pending_change f
       WHERE f.kind = 'union' AND f.decider_union_id = $1 AND f.proposed_at > $2
         AND f.changes @> '[{"field": "parentId"}]'
       ORDER BY f.proposed_at DESC LIMIT ${turnsMax}`,
      [id, after],
    );
  }

  /** They are decided by the nearest union above the one that is left which also reaches the other. */
  private async membersMoves(tx: Transaction, { path }: Place, after: Date): Promise<FilingTurn[]> {
    const rows: (FilingTurn & { readonly fromPath: string; readonly toPath: string })[] = await tx.sql.query(
      `SELECT ${turnSql('membersMove')}, o.path AS "fromPath", n.path AS "toPath"
       FROM union_transfer f JOIN labour_union o ON o.id = f.from_union_id JOIN labour_union n ON n.id = f.to_union_id
       WHERE starts_with(o.path, $1) AND starts_with(n.path, $1) AND f.proposed_at > $2
       ORDER BY f.proposed_at DESC LIMIT ${turnsMax}`,
      [path, after],
    );
    return rows.filter(({ fromPath, toPath }) => decidedAbove(fromPath, toPath) === path);
  }
}
