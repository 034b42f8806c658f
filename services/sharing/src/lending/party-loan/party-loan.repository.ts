import { Injectable } from '@nestjs/common';
import type { ListPartyLoans } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { PartyLoanRow } from './party-loan.entity.js';

/** What things and people are called that these name. */
export interface PartyLoanNames {
  readonly unionName: string;
  readonly resourceTitle: string;
  readonly requestedByName: string;
}

@Injectable()
export class PartyLoanRepository {
  findById(tx: Transaction, id: string): Promise<PartyLoanRow | null> {
    return tx.sql.findOneBy(PartyLoanRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<PartyLoanRow | null> {
    return tx.sql.findOne(PartyLoanRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  countWaiting(
    tx: Transaction,
    { partyKind, partyId }: Pick<PartyLoanRow, 'partyKind' | 'partyId'>,
  ): Promise<number> {
    return tx.sql.countBy(PartyLoanRow, { partyKind, partyId, state: 'waiting' });
  }

  async insert(tx: Transaction, row: PartyLoanRow): Promise<void> {
    await tx.sql.insert(PartyLoanRow, row);
  }

  async update(tx: Transaction, row: PartyLoanRow): Promise<void> {
    await tx.sql.update(PartyLoanRow, { id: row.id }, row);
  }

  async namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, PartyLoanNames>> {
    const rows: (PartyLoanNames & { readonly id: string })[] = await tx.sql.query(
      `SELECT p.id, coalesce(u.name, '') AS "unionName", r.title AS "resourceTitle",
         coalesce(m.masked_name, '') AS "requestedByName"
       FROM party_loan p JOIN resource r ON r.id = p.resource_id LEFT JOIN union_ref u ON u.id = p.union_id
       LEFT JOIN member_ref m ON m.person_id = p.requested_by WHERE p.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  }

  /** Of unions in these subtrees, and those of a person, the newest first. */
  list(
    tx: Transaction,
    filter: ListPartyLoans & { readonly personId: string },
    paths: readonly string[],
  ): Promise<PartyLoanRow[]> {
    const query = tx.sql
      .createQueryBuilder(PartyLoanRow, 'p')
      .orderBy('p.id', 'DESC')
      .limit(rowsFor(filter.limit));
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('p.id < :before', { before: cursor[0] });
    if (filter.state !== undefined) query.andWhere('p.state = :state', { state: filter.state });
    return newestWithin(tx, query, subtreesOf(paths), (union) => `p.union_id = ${union}`, {
      owners: [filter.personId],
      isOwned: (person) => `p.requested_by = ${person}`,
    });
  }
}
