import { Injectable } from '@nestjs/common';
import type { AccountFund, ListNettingRunsRequest } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { nettingDebtsMax } from './netting.model.js';
import { NettingLineRow, NettingRunRow } from './run.entity.js';

/** Which balances a run is about. */
export interface RunScope {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly unionPath: string;
  /** E74: only balances among these; null for all. */
  readonly parties: readonly string[] | null;
}

/** Who looks at a list of runs: what he sees, and what he confirms. */
export interface RunReader {
  readonly personId: string;
  /** The paths of the unions at which he holds a role that sees runs. */
  readonly reach: readonly string[];
  readonly confirming: readonly string[];
}

export interface OpenPosting {
  readonly entry_id: string;
  readonly line: number;
  readonly from_party: string;
  readonly to_party: string;
  readonly amount_fen: bigint;
  readonly income_kind: AccountFund;
}

@Injectable()
export class NettingRunRepository {
  /** What parties owe each other by postings of the period that no confirmed run has taken; one more than the most. */
  openPostings(tx: Transaction, scope: RunScope): Promise<OpenPosting[]> {
    return tx.sql.query(
      `SELECT p.entry_id, p.line, d.party_kind || ':' || d.party_id AS from_party,
              c.party_kind || ':' || c.party_id AS to_party, p.amount_fen, p.income_kind
       FROM entry e JOIN posting p ON p.entry_id = e.id
       JOIN account d ON d.id = p.debit_account AND d.purpose = 'current'
       JOIN account c ON c.id = p.credit_account AND c.purpose = 'current'
       JOIN union_ref du ON du.id = d.union_id AND starts_with(du.path, $3)
       JOIN union_ref cu ON cu.id = c.union_id AND starts_with(cu.path, $3)
       WHERE e.posted_on BETWEEN $1 AND $2
         AND NOT EXISTS (SELECT 1 FROM netted_posting n WHERE n.entry_id = p.entry_id AND n.line = p.line)
         AND ($4::text[] IS NULL OR (d.party_kind || ':' || d.party_id = ANY($4) AND c.party_kind || ':' || c.party_id = ANY($4)))
       ORDER BY p.entry_id, p.line LIMIT ${nettingDebtsMax + 1}`,
      [scope.periodFrom, scope.periodTo, scope.unionPath, scope.parties],
    );
  }

  findById(tx: Transaction, id: string): Promise<NettingRunRow | null> {
    return tx.sql.findOneBy(NettingRunRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<NettingRunRow | null> {
    return tx.sql.findOne(NettingRunRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: NettingRunRow, lines: readonly OpenPosting[]): Promise<void> {
    await tx.sql.insert(NettingRunRow, row as never);
    await tx.sql.query(
      `INSERT INTO netting_line (run_id, number, entry_id, line, from_party, to_party, amount_fen, income_kind)
       SELECT $1, l.* FROM unnest($2::integer[], $3::uuid[], $4::integer[], $5::text[], $6::text[], $7::bigint[], $8::text[]) AS l`,
      [
        row.id,
        lines.map((_line, index) => index + 1),
        lines.map(({ entry_id: entryId }) => entryId),
        lines.map(({ line }) => line),
        lines.map(({ from_party: from }) => from),
        lines.map(({ to_party: to }) => to),
        lines.map(({ amount_fen: amount }) => String(amount)),
        lines.map(({ income_kind: incomeKind }) => incomeKind),
      ],
    );
  }

  async update(tx: Transaction, row: NettingRunRow): Promise<void> {
    await tx.sql.update(NettingRunRow, { id: row.id }, row as never);
  }

  /** In their order in the run. */
  pageOfLines(
    tx: Transaction,
    request: { readonly nettingRunId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<NettingLineRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    return tx.sql
      .createQueryBuilder(NettingLineRow, 'l')
      .where('l.runId = :runId AND l.number > :after', {
        runId: request.nettingRunId,
        after: cursor?.[0] ?? 0,
      })
      .orderBy('l.number')
      .limit(rowsFor(request.limit))
      .getMany();
  }

  linesOf(tx: Transaction, runId: string): Promise<NettingLineRow[]> {
    return tx.sql.find(NettingLineRow, { where: { runId }, order: { number: 'ASC' } });
  }

  /**
   * Takes the postings of a run, in the order of their keys, so that two runs that share some do not deadlock.
   * @returns how many were still free
   */
  async takePostings(tx: Transaction, runId: string): Promise<number> {
    const taken: unknown[] = await tx.sql.query(
      `INSERT INTO netted_posting (entry_id, line, run_id)
       SELECT entry_id, line, run_id FROM netting_line WHERE run_id = $1 ORDER BY entry_id, line
       ON CONFLICT DO NOTHING RETURNING line`,
      [runId],
    );
    return taken.length;
  }

  /** Newest first; only runs of unions within the caller's reach. */
  list(tx: Transaction, request: ListNettingRunsRequest, reader: RunReader): Promise<NettingRunRow[]> {
    const query = tx.sql
      .createQueryBuilder(NettingRunRow, 'r')
      .where(
        `EXISTS (SELECT 1 FROM union_ref u JOIN unnest(:reach::text[]) AS held ON starts_with(u.path, held)
          WHERE u.id = r.union_id)`,
        { reach: request.waitingForMe ? reader.confirming : reader.reach },
      )
      .orderBy('r.id', 'DESC')
      .limit(rowsFor(request.limit));
    if (request.waitingForMe)
      query.andWhere(`r.state = 'proposed' AND r.createdBy <> :me`, { me: reader.personId });
    if (request.state !== undefined) query.andWhere('r.state = :state', { state: request.state });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :after', { after: cursor[0] });
    return query.getMany();
  }
}
