import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { VoterRow } from './vote.entity.js';

/** SQL of the active full members of a union and of those below it: a retained member has no vote. @param path SQL of the union's path */
const activeMembers = (path: string): string => `SELECT m.person_id FROM member_ref m
  JOIN union_ref u ON u.id = m.union_id WHERE m.state = 'active' AND m.standing = 'full' AND starts_with(u.path, ${path})`;

/** Who may vote, and who had a token signed. */
@Injectable()
export class VoterRepository {
  /** How many of these are active full members of the union at the path and of those below it. */
  async countActive(tx: Transaction, personIds: readonly string[], path: string): Promise<number> {
    return countOf(tx, `${activeMembers('$2')} AND m.person_id = ANY($1)`, [personIds, path]);
  }

  /** How many active full members the union at the path and those below it have. */
  async countMembers(tx: Transaction, path: string): Promise<number> {
    return countOf(tx, activeMembers('$1'), [path]);
  }

  async name(tx: Transaction, voteId: string, personIds: readonly string[]): Promise<void> {
    await tx.sql.query(`INSERT INTO vote_voter (vote_id, person_id) SELECT $1, unnest($2::uuid[])`, [
      voteId,
      [...personIds].sort(),
    ]);
  }

  /** Whoever has left, or is retained, since they were named may not vote. */
  async dropInactive(tx: Transaction, voteId: string, path: string): Promise<void> {
    await tx.sql.query(
      `DELETE FROM vote_voter WHERE vote_id = $1 AND person_id NOT IN (${activeMembers('$2')})`,
      [voteId, path],
    );
  }

  async addMembers(tx: Transaction, voteId: string, path: string): Promise<void> {
    await tx.sql.query(
      `INSERT INTO vote_voter (vote_id, person_id) SELECT $1, person_id FROM (${activeMembers('$2')}) AS m`,
      [voteId, path],
    );
  }

  /** In the order of ids, which does not tell when they were named. */
  async all(tx: Transaction, voteId: string): Promise<string[]> {
    return personIdsOf(tx, voteId, '');
  }

  async tokenHolders(tx: Transaction, voteId: string): Promise<string[]> {
    return personIdsOf(tx, voteId, 'AND blinded_hash IS NOT NULL');
  }

  async count(tx: Transaction, voteId: string): Promise<number> {
    return tx.sql.countBy(VoterRow, { voteId });
  }

  /** Which of these votes have the person on their roll. */
  async rollsOf(tx: Transaction, voteIds: readonly string[], personId: string): Promise<ReadonlySet<string>> {
    const rows: { voteId: string }[] = await tx.sql.query(
      `SELECT DISTINCT vote_id AS "voteId" FROM vote_voter
       WHERE vote_id = ANY($1) AND person_id = ANY(person_ids($2))`,
      [voteIds, personId],
    );
    return new Set(rows.map(({ voteId }) => voteId));
  }

  /** The person's rows on the roll, their own first: one whose records were merged may have been named twice. */
  lock(tx: Transaction, voteId: string, personId: string): Promise<VoterRow[]> {
    return tx.sql
      .createQueryBuilder(VoterRow, 'r')
      .where('r.voteId = :voteId AND r.personId = ANY(person_ids(:personId))', { voteId, personId })
      .orderBy('r.personId = :personId', 'DESC')
      .addOrderBy('r.personId')
      .setLock('pessimistic_write')
      .getMany();
  }

  async saveToken(
    tx: Transaction,
    { voteId, personId }: VoterRow,
    token: { readonly blindedHash: Buffer; readonly blindSignature: Buffer },
  ): Promise<void> {
    await tx.sql.update(VoterRow, { voteId, personId }, token);
  }
}

async function countOf(tx: Transaction, sql: string, parameters: readonly unknown[]): Promise<number> {
  const rows: { count: number }[] = await tx.sql.query(
    `SELECT count(*)::int AS count FROM (${sql}) AS found`,
    [...parameters],
  );
  return rows[0]?.count ?? 0;
}

async function personIdsOf(tx: Transaction, voteId: string, condition: string): Promise<string[]> {
  const rows: { personId: string }[] = await tx.sql.query(
    `SELECT person_id AS "personId" FROM vote_voter WHERE vote_id = $1 ${condition} ORDER BY person_id`,
    [voteId],
  );
  return rows.map(({ personId }) => personId);
}
