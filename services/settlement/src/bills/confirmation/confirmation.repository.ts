import { Injectable } from '@nestjs/common';
import type { ListConfirmationsRequest } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { parsePartyKey } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { Any, In, IsNull } from 'typeorm';
import { reachSql } from '../../reference/bookkeeping.model.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { ConfirmationRow } from './confirmation.entity.js';
import type { Debt } from './confirmation.model.js';

/** The reader of a list of confirmations: what they may see and where they may answer. */
interface ConfirmationReader {
  /** The paths of the unions at which they hold a role that sees confirmations. */
  readonly reach: readonly string[];
  readonly answering: readonly string[];
}

/** The maximum number of debts of an entry in one response. */
const debtsShownMax = 1_000;

@Injectable()
export class ConfirmationRepository {
  findById(tx: Transaction, id: string): Promise<ConfirmationRow | null> {
    return tx.sql.findOneBy(ConfirmationRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<ConfirmationRow | null> {
    return tx.sql.findOne(ConfirmationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks in id order, the order in which a netting run locks them. */
  lockOfEntries(tx: Transaction, entryIds: readonly string[]): Promise<ConfirmationRow[]> {
    return tx.sql.find(ConfirmationRow, {
      where: { entryId: Any([...entryIds]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** @param id of an entry, or of a shared bill, which is asked about before it has an entry */
  askedAbout(tx: Transaction, id: string): Promise<ConfirmationRow[]> {
    return tx.sql.find(ConfirmationRow, {
      where: [{ entryId: id }, { costPoolId: id }],
      order: { id: 'ASC' },
    });
  }

  /** What the parties of a shared bill were asked, before it is posted; without what has lapsed. */
  beforeEntry(tx: Transaction, costPoolId: string): Promise<ConfirmationRow[]> {
    return tx.sql.find(ConfirmationRow, {
      where: { costPoolId, entryId: IsNull(), state: In(['waiting', 'confirmed']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What the parties have confirmed becomes the confirmation of the entry. */
  async giveEntry(tx: Transaction, costPoolId: string, entryId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE confirmation SET entry_id = $2, version = version + 1
       WHERE cost_pool_id = $1 AND entry_id IS NULL AND state = 'confirmed'`,
      [costPoolId, entryId],
    );
  }

  async insert(tx: Transaction, rows: readonly ConfirmationRow[]): Promise<void> {
    await tx.sql.insert(ConfirmationRow, [...rows]);
  }

  async update(tx: Transaction, row: ConfirmationRow): Promise<void> {
    await tx.sql.update(ConfirmationRow, { id: row.id }, row);
  }

  async lapse(tx: Transaction, entryIds: readonly string[]): Promise<void> {
    await tx.sql.query(
      `UPDATE confirmation SET state = 'lapsed', holds_all = false, version = version + 1 WHERE entry_id = ANY($1)`,
      [entryIds],
    );
  }

  /** Whether a confirmed run has taken a posting of the party, or any posting of the entry if the party is null. */
  async isNetted(tx: Transaction, entryId: string, party: string | null): Promise<boolean> {
    const { kind, id } = party === null ? { kind: null, id: null } : parsePartyKey(party);
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM netted_posting n JOIN posting p ON p.entry_id = n.entry_id AND p.line = n.line
       JOIN account a ON a.id IN (p.debit_account, p.credit_account)
       WHERE n.entry_id = $1 AND ($2::text IS NULL OR (a.party_kind = $2 AND a.party_id = $3)) LIMIT 1`,
      [entryId, kind, id],
    );
    return rows.length > 0;
  }

  /** The debts of an entry that one party owes or is owed. */
  debtsOf(tx: Transaction, entryId: string, party: string): Promise<Debt[]> {
    return tx.sql.query(
      `SELECT d.party_kind || ':' || d.party_id AS "from", c.party_kind || ':' || c.party_id AS "to",
              p.amount_fen AS "amountFen"
       FROM posting p JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account
       WHERE p.entry_id = $1
         AND $2 IN (d.party_kind || ':' || d.party_id, c.party_kind || ':' || c.party_id)
       ORDER BY p.line LIMIT ${debtsShownMax}`,
      [entryId, party],
    );
  }

  /**
   * The paths of the unions behind the parties asked about an entry, and of the union that posted it; of a bill that
   * is not posted, all of its unions.
   */
  async pathsOf(
    tx: Transaction,
    { entryId, costPoolId }: Pick<ConfirmationRow, 'entryId' | 'costPoolId'>,
  ): Promise<string[]> {
    const rows: { path: string }[] = await tx.sql.query(
      `SELECT u.path FROM confirmation c JOIN union_ref u ON u.id = c.union_id WHERE c.entry_id = $1
       UNION SELECT u.path FROM entry e JOIN union_ref u ON u.id = e.union_id WHERE e.id = $1
       UNION SELECT u.path FROM cost_pool_union p JOIN union_ref u ON u.id = p.union_id
         WHERE $1::uuid IS NULL AND p.cost_pool_id = $2`,
      [entryId, costPoolId],
    );
    return rows.map(({ path }) => path);
  }

  /** The open disputes of these confirmations, by confirmation id. */
  async openDisputes(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; about: string }[] = await tx.sql.query(
      `SELECT id, confirmation_id AS about FROM dispute WHERE confirmation_id = ANY($1) AND state = 'open'`,
      [ids],
    );
    return new Map(rows.map(({ id, about }) => [about, id]));
  }

  /** Newest first: all confirmations of a pool if one is given, else those of unions within the caller's reach. */
  list(
    tx: Transaction,
    request: ListConfirmationsRequest,
    reader: ConfirmationReader,
  ): Promise<ConfirmationRow[]> {
    const reaches = reachSql('u.path', request);
    const within = (column: string): string => `EXISTS (SELECT 1 FROM union_ref u
      JOIN unnest(:reach::text[]) AS held ON ${reaches} WHERE u.id = ${column})`;
    const query = tx.sql
      .createQueryBuilder(ConfirmationRow, 'c')
      .orderBy('c.id', 'DESC')
      .limit(rowsFor(request.limit));
    const { costPoolId, unionId, state, q, waitingForMe } = request;
    const reach = waitingForMe ? reader.answering : reader.reach;
    if (costPoolId !== undefined)
      query.where(
        `c.costPoolId = :costPoolId AND EXISTS (SELECT 1 FROM cost_pool_union pu
          WHERE pu.cost_pool_id = c.cost_pool_id AND ${within('pu.union_id')})`,
        { costPoolId, reach },
      );
    if (waitingForMe) query.andWhere("c.state = 'waiting'");
    if (unionId !== undefined) query.andWhere('c.unionId = :unionId', { unionId });
    if (state !== undefined) query.andWhere('c.state = :state', { state });
    if (q !== undefined) query.andWhere('strpos(lower(c.title), lower(:q)) > 0', { q });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('c.id < :after', { after: cursor[0] });
    if (costPoolId !== undefined && !waitingForMe) return query.getMany();
    return newestWithin(tx, query, { ...request, reach }, (union) => `c.union_id = ${union}`);
  }
}
