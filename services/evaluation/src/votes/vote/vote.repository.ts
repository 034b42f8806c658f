import { Injectable } from '@nestjs/common';
import type { ListVotes } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { DomainError, pathsUpwards } from '@gongxiang/domain';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import { VoteRow } from './vote.entity.js';

/** An open vote on whose roll a person is. */
interface OpenVote {
  readonly id: string;
  readonly title: string;
  readonly unionName: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly tokenIssued: boolean;
}

/** What decides which votes somebody may see. */
interface VoteReader {
  readonly personId: string;
  /** The subtrees in which they see all votes. */
  readonly paths: readonly string[];
  /** Of the union that they belong to. */
  readonly unionPath: string | null;
}

/** SQL condition: the person is on the roll of the vote `v`. @param person SQL of the person's id */
const isOnRoll = (person: string): string =>
  `v.id IN (SELECT r.vote_id FROM vote_voter r WHERE r.person_id = ANY(person_ids(${person})))`;

@Injectable()
export class VoteRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<VoteRow> {
    return (await tx.sql.findOneBy(VoteRow, { id })) ?? missing();
  }

  /** Waits for ballots in flight and blocks further ones. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string): Promise<VoteRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(VoteRow, { where: { id }, lock })) ?? missing();
  }

  /** Prevents the vote from ending during this transaction. @throws DomainError `NOT_FOUND` */
  async lockShared(tx: Transaction, id: string): Promise<VoteRow> {
    const lock = { mode: 'for_key_share' } as const;
    return (await tx.sql.findOne(VoteRow, { where: { id }, lock })) ?? missing();
  }

  async insert(tx: Transaction, row: VoteRow): Promise<void> {
    await tx.sql.insert(VoteRow, row);
  }

  /** @returns the row as it is now, one version later */
  async update(tx: Transaction, row: VoteRow, change: Partial<VoteRow>): Promise<VoteRow> {
    const version = row.version + 1;
    await tx.sql.update(VoteRow, { id: row.id }, { ...change, version });
    return { ...row, ...change, version };
  }

  /** Newest first: those of the reader's subtrees, those in which they may vote, and results shown to members. */
  async list(tx: Transaction, filter: ListVotes, reader: VoteReader): Promise<VoteRow[]> {
    const query = tx.sql
      .createQueryBuilder(VoteRow, 'v')
      .orderBy('v.id', 'DESC')
      .limit(rowsFor(filter.limit));
    if (filter.state !== undefined) query.andWhere('v.state = :state', { state: filter.state });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('v.id < :id', { id: cursor[0] });
    const above = await tx.sql.findBy(UnionRef, { path: In(pathsUpwards(reader.unionPath ?? '')) });
    return newestWithin(
      tx,
      query,
      subtreesOf(reader.paths),
      (union) => `v.union_id = ${union}`,
      { owners: [reader.personId], isOwned: isOnRoll },
      {
        owners: above.map(({ id }) => id),
        isOwned: (union) => `(v.union_id = ${union} AND v.state = 'closed' AND v.show_to = 'members')`,
      },
    );
  }

  listOpen(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<OpenVote[]> {
    const cursor = decodeCursor(page.cursor, 1);
    return tx.sql.query(
      `SELECT v.id, v.title, u.name AS "unionName", v.opens_at AS "opensAt", v.closes_at AS "closesAt",
              bool_or(r.blinded_hash IS NOT NULL) AS "tokenIssued"
       FROM vote_voter r JOIN vote v ON v.id = r.vote_id JOIN union_ref u ON u.id = v.union_id
       WHERE r.person_id = ANY(person_ids($1)) AND v.state = 'open' AND v.closes_at > $2
         AND ($3::uuid IS NULL OR v.id < $3::uuid)
       GROUP BY v.id, u.name ORDER BY v.id DESC LIMIT $4`,
      [personId, tx.now, cursor?.[0] ?? null, rowsFor(page.limit)],
    );
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
