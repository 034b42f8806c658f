import { Injectable } from '@nestjs/common';
import type { ListDisputesRequest } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { Any, type SelectQueryBuilder } from 'typeorm';
import { involvingSteps, hasDoneSql } from '../cost-pool/pool-steps-sql.js';
import { reachSql } from '../../reference/bookkeeping.model.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { DisputeMessageRow, DisputeRow, DisputeSideRow } from './dispute.entity.js';

/** A union that is a side of a dispute. */
export interface Side {
  readonly unionId: string;
  readonly path: string;
}

/** The reader of a list of disputes: what they may see, where they may answer and where they may decide. */
interface DisputeReader {
  readonly personId: string;
  readonly reach: readonly string[];
  readonly answering: readonly string[];
  readonly deciding: readonly string[];
}

@Injectable()
export class DisputeRepository {
  findById(tx: Transaction, id: string): Promise<DisputeRow | null> {
    return tx.sql.findOneBy(DisputeRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<DisputeRow | null> {
    return tx.sql.findOne(DisputeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** In the order of their ids. */
  lockOpenOf(tx: Transaction, entryIds: readonly string[]): Promise<DisputeRow[]> {
    return tx.sql.find(DisputeRow, {
      where: { entryId: Any([...entryIds]), state: 'open' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(tx: Transaction, row: DisputeRow, unionIds: readonly string[]): Promise<void> {
    await tx.sql.insert(DisputeRow, row);
    const sides = unionIds.map((unionId): DisputeSideRow => ({ disputeId: row.id, unionId }));
    await tx.sql.insert(DisputeSideRow, sides);
  }

  async update(tx: Transaction, row: DisputeRow): Promise<void> {
    await tx.sql.update(DisputeRow, { id: row.id }, row);
  }

  async insertMessage(tx: Transaction, row: DisputeMessageRow): Promise<void> {
    await tx.sql.insert(DisputeMessageRow, row);
  }

  /** In the order in which they were written. */
  pageOfMessages(
    tx: Transaction,
    request: { readonly disputeId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<DisputeMessageRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    return tx.sql
      .createQueryBuilder(DisputeMessageRow, 'm')
      .where('m.disputeId = :id AND m.number > :after', { id: request.disputeId, after: cursor?.[0] ?? 0 })
      .orderBy('m.number')
      .limit(rowsFor(request.limit))
      .getMany();
  }

  async sidesOf(tx: Transaction, disputeId: string): Promise<Side[]> {
    return (await this.sidesOfAll(tx, [disputeId])).get(disputeId) ?? [];
  }

  async sidesOfAll(tx: Transaction, disputeIds: readonly string[]): Promise<Map<string, Side[]>> {
    const rows: (Side & { disputeId: string })[] = await tx.sql.query(
      `SELECT s.dispute_id AS "disputeId", s.union_id AS "unionId", u.path
       FROM dispute_side s JOIN union_ref u ON u.id = s.union_id WHERE s.dispute_id = ANY($1) ORDER BY u.path`,
      [disputeIds],
    );
    const sides = new Map<string, Side[]>();
    for (const { disputeId, ...side } of rows) sides.set(disputeId, [...(sides.get(disputeId) ?? []), side]);
    return sides;
  }

  /** The unions on both sides of the debts of a party in an entry, and the union that posted it. */
  async sidesAbout(tx: Transaction, entryId: string, party: string): Promise<Side[]> {
    return tx.sql.query(
      `SELECT DISTINCT u.id AS "unionId", u.path FROM posting p
       JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account
       JOIN union_ref u ON u.id IN (d.union_id, c.union_id)
       WHERE p.entry_id = $1 AND $2 IN (d.party_kind || ':' || d.party_id, c.party_kind || ':' || c.party_id)
       UNION SELECT u.id, u.path FROM entry e JOIN union_ref u ON u.id = e.union_id WHERE e.id = $1
       ORDER BY 2`,
      [entryId, party],
    );
  }

  /** The entries whose pool the person worked on, so that they may not decide a dispute about it. */
  async tookPartIn(tx: Transaction, personId: string, entryIds: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT own.id FROM unnest($1::uuid[]) AS own(id) WHERE ${tookPartSql('own.id', '$2')}`,
      [entryIds, personId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The people who worked on the pool behind an entry. */
  async involvedIn(tx: Transaction, entryId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT s.done_by AS id FROM entry e LEFT JOIN refund r ON r.id = e.source_id
       JOIN pool_step s ON s.cost_pool_id = ${poolOfEntrySql}
       WHERE e.id = $1 AND s.kind = ANY($2::text[]) AND s.done_by IS NOT NULL ORDER BY 1`,
      [entryId, involvingSteps],
    );
    return rows.map(({ id }) => id);
  }

  /** The id of the union at a path. @throws DomainError `REFERENCE_PENDING` */
  async unionAt(tx: Transaction, path: string): Promise<string> {
    const [row]: { id: string }[] = await tx.sql.query('SELECT id FROM union_ref WHERE path = $1', [path]);
    if (row === undefined) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
    return row.id;
  }

  /** Newest first; only disputes of unions within the caller's reach. */
  list(tx: Transaction, request: ListDisputesRequest, reader: DisputeReader): Promise<DisputeRow[]> {
    const query = tx.sql
      .createQueryBuilder(DisputeRow, 'x')
      .orderBy('x.id', 'DESC')
      .limit(rowsFor(request.limit));
    const { state, q } = request;
    const reaches = reachSql('u.path', request);
    if (request.waitingForMe) waitingFor(query, reader, { now: tx.now, reaches });
    if (state !== undefined) query.andWhere('x.state = :state', { state });
    if (q !== undefined) query.andWhere('strpos(lower(x.title), lower(:q)) > 0', { q });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('x.id < :after', { after: cursor[0] });
    const isSide = (union: string): string =>
      `EXISTS (SELECT 1 FROM dispute_side s WHERE s.dispute_id = x.id AND s.union_id = ${union})`;
    return newestWithin(tx, query, { reach: reader.reach }, isSide);
  }
}

/** The pool behind an entry of costs, or of a refund. */
const poolOfEntrySql = 'coalesce(r.cost_pool_id, e.source_id)';

/** SQL condition: the person worked on the pool behind an entry of costs or of a refund. */
function tookPartSql(entryId: string, personId: string): string {
  return `EXISTS (SELECT FROM entry e LEFT JOIN refund r ON r.id = e.source_id
    WHERE e.id = ${entryId} AND ${hasDoneSql(poolOfEntrySql, personId, involvingSteps)})`;
}

/** During the talk period it waits for the side that did not write last; afterwards for the deciding union. */
function waitingFor(
  query: SelectQueryBuilder<DisputeRow>,
  reader: DisputeReader,
  { now, reaches }: { readonly now: Date; readonly reaches: string },
): void {
  const toAnswer = `x.referredAt IS NULL AND x.talkUntil > :now AND EXISTS (SELECT 1 FROM dispute_side s
    JOIN union_ref u ON u.id = s.union_id JOIN unnest(:answering::text[]) AS held ON ${reaches}
    WHERE s.dispute_id = x.id AND s.union_id IS DISTINCT FROM x.last_union_id)`;
  const toDecide = `(x.referredAt IS NOT NULL OR x.talkUntil <= :now) AND x.openedBy IS DISTINCT FROM :me AND NOT ${tookPartSql('x.entry_id', ':me')}
    AND EXISTS (SELECT 1 FROM union_ref u JOIN unnest(:deciding::text[]) AS held ON ${reaches}
      WHERE u.id = x.deciding_union_id)`;
  query.andWhere(`x.state = 'open' AND ((${toAnswer}) OR (${toDecide}))`, {
    now,
    me: reader.personId,
    answering: reader.answering,
    deciding: reader.deciding,
  });
}
