import { Injectable } from '@nestjs/common';
import type {
  ListNettingRunsRequest,
  StayOutReason,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { newestWithin } from '../../reference/reach-sql.js';
import { nettingDebtsMax } from './netting.model.js';
import { NettingLineRow, NettingRunRow, type StayedOut } from './run.entity.js';

/** Selects the balances of a run. */
export interface RunScope {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly unionPath: string;
  /** E74: only balances among these; null for all. */
  readonly parties: readonly string[] | null;
  /** Parties whose balances are left out. */
  readonly excluded: readonly string[];
  readonly frozen: readonly string[];
}

/** The reader of a list of runs: what they may see and what they may confirm. */
interface RunReader {
  readonly personId: string;
  /** The paths of the unions at which they hold a role that sees runs. */
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

/**
 * Matches the name of the run's union or of a side of one of its transfers, which may also be an enterprise or
 * organisation. Each name is looked up by its key, so that a search reads only the names of the runs it visits.
 */
const namedSql = `strpos(lower((SELECT n.name FROM union_ref n WHERE n.id = r.union_id)), lower(:q)) > 0
  OR EXISTS (
    SELECT 1 FROM jsonb_to_recordset(r.transfers) AS t("from" text, "to" text)
      CROSS JOIN LATERAL unnest(ARRAY[t."from", t."to"]) AS side(party)
      CROSS JOIN LATERAL (SELECT split_part(side.party, ':', 1) AS kind, split_part(side.party, ':', 2)::uuid AS id) AS k
    WHERE strpos(lower(coalesce(
      (SELECT n.name FROM union_ref n WHERE k.kind = 'union' AND n.id = k.id),
      (SELECT o.name FROM party_ref o WHERE o.kind = k.kind AND o.id = k.id))), lower(:q)) > 0)`;

/** The sum of the debts of one party with another: above zero where it is owed. */
export interface OpenBalance {
  readonly party: string;
  readonly counterparty: string;
  readonly balance_fen: bigint;
  /** The part that nothing keeps out of a run. */
  readonly ready_fen: bigint;
}

/** SQL condition: run `r` has money of the union, or of a party that the union acts for. */
const hasMoneyOfSql = (union: string): string =>
  `r.id IN (SELECT s.run_id FROM netted_union s WHERE s.union_id = ${union})`;

/** The overlap of another proposal with a run. */
interface Overlap {
  readonly run_id: string;
  readonly union_id: string;
  readonly lines: number;
  readonly amount_fen: bigint;
}

/**
 * SQL condition: one side of posting `o` has not confirmed it, or its entry is based on a disputed bill. Postings
 * without confirmation requests are not held back.
 */
function isUnconfirmedSql(...states: readonly ('waiting' | 'disputed')[]): string {
  return `EXISTS (SELECT 1 FROM confirmation k WHERE k.entry_id = o.entry_id
    AND k.state IN (${states.map((state) => `'${state}'`).join(', ')})
    AND (k.holds_all OR k.party IN (o.from_party, o.to_party)))`;
}

/**
 * The reasons why an open posting `o` is left out, each with its SQL condition; the first that holds is reported. A
 * new reason needs one more row here and a value in the contract.
 */
const stayOutConditions: readonly (readonly [reason: StayOutReason, condition: string])[] = [
  ['notChosen', '$4::text[] IS NOT NULL AND NOT (o.from_party = ANY($4) AND o.to_party = ANY($4))'],
  ['excluded', 'o.from_party = ANY($5::text[]) OR o.to_party = ANY($5)'],
  ['frozen', 'o.from_party = ANY($6::text[]) OR o.to_party = ANY($6)'],
  ['disputed', isUnconfirmedSql('disputed')],
  ['unconfirmed', isUnconfirmedSql('waiting')],
];

/** SQL condition: the entry of posting `p` was reversed. */
const isReversedSql = 'EXISTS (SELECT 1 FROM entry r WHERE r.reversal_of = p.entry_id)';

/** Whose postings are read: those below the union of a run, or those that one union has a part in. */
const sides = {
  below: 'starts_with(du.path, $3) AND starts_with(cu.path, $3)',
  ofUnion: 'CAST($3 AS uuid) IN (du.id, cu.id)',
} as const;

/**
 * The postings of the period on these sides that no confirmed run has taken, each with the reason why it is left
 * out, or null. An entry reversed before a run took it is no debt: neither it nor its reversal enters a run, whatever
 * their periods. If a run had taken it, its reversal is owed the other way.
 */
const classifiedPostings = (whose: keyof typeof sides): string => `
  WITH open_posting AS (
    SELECT p.entry_id, p.line, d.party_kind || ':' || d.party_id AS from_party,
           c.party_kind || ':' || c.party_id AS to_party, p.amount_fen, p.income_kind,
           du.id AS from_union, cu.id AS to_union
    FROM entry e JOIN posting p ON p.entry_id = e.id
    JOIN account d ON d.id = p.debit_account AND d.purpose = 'current'
    JOIN account c ON c.id = p.credit_account AND c.purpose = 'current'
    JOIN union_ref du ON du.id = d.union_id
    JOIN union_ref cu ON cu.id = c.union_id
    WHERE e.posted_on BETWEEN $1 AND $2 AND ${sides[whose]}
      AND NOT EXISTS (SELECT 1 FROM netted_posting n WHERE n.entry_id = p.entry_id AND n.line = p.line)
      AND NOT ${isReversedSql}
      AND (e.reversal_of IS NULL
        OR EXISTS (SELECT 1 FROM netted_posting t WHERE t.entry_id = e.reversal_of AND t.line = p.line))),
  judged AS (
    SELECT o.*, CASE ${stayOutConditions.map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`).join(' ')} END AS reason
    FROM open_posting o)`;

const classificationParameters = ({
  periodFrom,
  periodTo,
  unionPath,
  parties,
  excluded,
  frozen,
}: RunScope): unknown[] => [periodFrom, periodTo, unionPath, parties, excluded, frozen];

@Injectable()
export class NettingRunRepository {
  /** The open postings that are not left out; at most one more than the maximum. */
  openPostings(tx: Transaction, scope: RunScope): Promise<OpenPosting[]> {
    return tx.sql.query(
      `${classifiedPostings('below')} SELECT entry_id, line, from_party, to_party, amount_fen, income_kind FROM judged
       WHERE reason IS NULL ORDER BY entry_id, line LIMIT ${nettingDebtsMax + 1}`,
      classificationParameters(scope),
    );
  }

  /** The postings left out for each reason, with the frozen or excluded parties concerned. */
  async stayedOut(tx: Transaction, scope: RunScope): Promise<StayedOut[]> {
    const rows: { reason: StayOutReason; count: number; amount_fen: bigint; parties: string[] }[] =
      await tx.sql.query(
        `${classifiedPostings('below')} SELECT reason, count(*)::int AS count, sum(amount_fen)::bigint AS amount_fen,
           array_agg(DISTINCT from_party) || array_agg(DISTINCT to_party) AS parties
         FROM judged WHERE reason IS NOT NULL GROUP BY reason`,
        classificationParameters(scope),
      );
    const meant: Partial<Record<StayOutReason, readonly string[]>> = {
      excluded: scope.excluded,
      frozen: scope.frozen,
    };
    return stayOutConditions.flatMap(([reason]) => {
      const row = rows.find((one) => one.reason === reason);
      if (row === undefined) return [];
      const parties = (meant[reason] ?? []).filter((party) => row.parties.includes(party));
      return [{ reason, count: row.count, amountFen: String(row.amount_fen), parties }];
    });
  }

  /**
   * What no run has netted between a union, or a party that it acts for, and others: by party and counterparty, the
   * largest first.
   */
  openBalances(
    tx: Transaction,
    { unionId, frozen }: { readonly unionId: string; readonly frozen: readonly string[] },
    limit: number,
  ): Promise<OpenBalance[]> {
    return tx.sql.query(
      `${classifiedPostings('ofUnion')},
       signed AS (
         SELECT from_party AS party, to_party AS counterparty, -amount_fen AS amount_fen, reason
         FROM judged WHERE from_union = CAST($3 AS uuid)
         UNION ALL
         SELECT to_party, from_party, amount_fen, reason
         FROM judged WHERE to_union = CAST($3 AS uuid) AND from_union <> CAST($3 AS uuid))
       SELECT party, counterparty, sum(amount_fen)::bigint AS balance_fen,
         coalesce(sum(amount_fen) FILTER (WHERE reason IS NULL), 0)::bigint AS ready_fen
       FROM signed GROUP BY party, counterparty ORDER BY abs(sum(amount_fen)) DESC, party, counterparty LIMIT $7`,
      ['-infinity', 'infinity', unionId, null, [], frozen, limit],
    );
  }

  /** Other proposals that share postings with this run, oldest first. */
  overlaps(tx: Transaction, runId: string, limit: number): Promise<Overlap[]> {
    return tx.sql.query(
      `SELECT r.id AS run_id, r.union_id, count(*)::int AS lines, sum(other.amount_fen)::bigint AS amount_fen
       FROM netting_line own JOIN netting_line other
         ON other.entry_id = own.entry_id AND other.line = own.line AND other.run_id <> own.run_id
       JOIN netting_run r ON r.id = other.run_id AND r.state = 'proposed'
       WHERE own.run_id = $1 GROUP BY r.id, r.union_id ORDER BY r.id LIMIT $2`,
      [runId, limit],
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
    await tx.sql.query(
      `INSERT INTO netted_union (union_id, run_id)
       SELECT DISTINCT CASE WHEN k.kind = 'union' THEN k.id ELSE p.union_id END, CAST($1 AS uuid)
       FROM unnest($2::text[]) AS party
       CROSS JOIN LATERAL (SELECT split_part(party, ':', 1) AS kind, split_part(party, ':', 2)::uuid AS id) AS k
       LEFT JOIN party_ref p ON p.kind = k.kind AND p.id = k.id
       WHERE k.kind = 'union' OR p.union_id IS NOT NULL`,
      [row.id, [...new Set(lines.flatMap(({ from_party: from, to_party: to }) => [from, to]))]],
    );
  }

  async update(tx: Transaction, row: NettingRunRow): Promise<void> {
    await tx.sql.update(NettingRunRow, { id: row.id }, row as never);
  }

  /** In the order of the run. */
  pageOfLines(
    tx: Transaction,
    request: { readonly nettingRunId: string; readonly cursor?: string; readonly limit?: number },
    /** Only the debts of these; null for all. */
    parties: readonly string[] | null,
  ): Promise<NettingLineRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql
      .createQueryBuilder(NettingLineRow, 'l')
      .where('l.runId = :runId AND l.number > :after', {
        runId: request.nettingRunId,
        after: cursor?.[0] ?? 0,
      })
      .orderBy('l.number')
      .limit(rowsFor(request.limit));
    if (parties !== null)
      query.andWhere('(l.fromParty = ANY(:parties) OR l.toParty = ANY(:parties))', { parties });
    return query.getMany();
  }

  /** All parties of a run, by key. */
  async partiesOf(tx: Transaction, runId: string): Promise<string[]> {
    const rows: { party: string }[] = await tx.sql.query(
      `SELECT from_party AS party FROM netting_line WHERE run_id = $1
       UNION SELECT to_party FROM netting_line WHERE run_id = $1`,
      [runId],
    );
    return rows.map(({ party }) => party);
  }

  linesOf(tx: Transaction, runId: string): Promise<NettingLineRow[]> {
    return tx.sql.find(NettingLineRow, { where: { runId }, order: { number: 'ASC' } });
  }

  /**
   * Takes the postings of a run in key order, so that two runs that share postings do not deadlock.
   * @returns the number of postings that were still free
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

  /** Newest first; runs of the unions within the caller's reach, and those with money of them. */
  list(tx: Transaction, request: ListNettingRunsRequest, reader: RunReader): Promise<NettingRunRow[]> {
    const query = tx.sql
      .createQueryBuilder(NettingRunRow, 'r')
      .orderBy('r.id', 'DESC')
      .limit(rowsFor(request.limit));
    if (request.waitingForMe)
      query.andWhere(`r.state = 'proposed' AND r.createdBy <> :me`, { me: reader.personId });
    if (request.state !== undefined) query.andWhere('r.state = :state', { state: request.state });
    if (request.q !== undefined) query.andWhere(`(${namedSql})`, { q: request.q });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :after', { after: cursor[0] });
    const reach = request.waitingForMe ? reader.confirming : reader.reach;
    return newestWithin(
      tx,
      query,
      { reach, ownUnions: request.ownUnions },
      (union) => `r.union_id = ${union}`,
      // Only the run's own union confirms it.
      ...(request.waitingForMe ? [] : [hasMoneyOfSql]),
    );
  }

  /**
   * Whether anything in a run has been disputed since it was proposed. Locks the confirmations in id order until the
   * commit, so that a concurrent dispute is either seen here or finds the posting netted.
   */
  async isDisputed(tx: Transaction, runId: string): Promise<boolean> {
    await tx.sql.query(
      `SELECT id FROM confirmation WHERE entry_id IN (SELECT entry_id FROM netting_line WHERE run_id = $1)
       ORDER BY id FOR SHARE`,
      [runId],
    );
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM netting_line o WHERE o.run_id = $1 AND ${isUnconfirmedSql('waiting', 'disputed')} LIMIT 1`,
      [runId],
    );
    return rows.length > 0;
  }

  /**
   * Whether anything in a run has been reversed since it was proposed. A concurrent reversal needs no lock: once the
   * run has taken the debt, the reversal is owed the other way and enters a later run.
   */
  async isReversed(tx: Transaction, runId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM netting_line p WHERE p.run_id = $1 AND ${isReversedSql} LIMIT 1`,
      [runId],
    );
    return rows.length > 0;
  }
}
