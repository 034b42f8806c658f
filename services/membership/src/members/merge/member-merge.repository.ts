import { Injectable } from '@nestjs/common';
import type { MemberMergeState } from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MembershipState } from '@gongxiang/contracts/membership/membership-events';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import {
  decodeCursor,
  parameterOf,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { MemberMergePartRow, MemberMergeRow } from './member-merge.entity.js';

/** A person as merges compare them; values are sealed, as stored. */
export interface MergePerson {
  readonly id: string;
  readonly name: string;
  readonly nameHash: string;
  readonly maskedName: string;
  readonly residentNumber: string | null;
  readonly phone: string | null;
  readonly phoneHash: string | null;
  readonly signsIn: boolean;
  readonly createdAt: Date;
  readonly unionId: string | null;
  readonly unionName: string | null;
  readonly unionPath: string | null;
  readonly state: MembershipState | null;
  readonly validFrom: string | null;
  readonly offices: number;
}

/** A merge with the union that decides. */
export interface MergeRecord extends MemberMergeRow {
  readonly unionName: string;
  readonly unionPath: string;
}

/** Two persons who share something. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** A person with their latest membership: the open one, or else the newest. */
const personSql = `
  SELECT p.id, p.name, p.name_hash AS "nameHash", p.masked_name AS "maskedName",
    p.resident_number AS "residentNumber", p.phone, p.phone_hash AS "phoneHash",
    p.password_hash IS NOT NULL AS "signsIn", p.created_at AS "createdAt",
    m.union_id AS "unionId", u.name AS "unionName", u.path AS "unionPath", m.state, m.valid_from AS "validFrom",
    (SELECT count(*)::int FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS offices
  FROM person p
  LEFT JOIN LATERAL (SELECT * FROM union_membership m WHERE m.person_id = p.id
    ORDER BY (m.state <> 'ended') DESC, m.id DESC LIMIT 1) m ON true
  LEFT JOIN labour_union u ON u.id = m.union_id`;

const openStates = "('proposed', 'applying', 'applied', 'undoing')";

@Injectable()
export class MemberMergeRepository {
  /** @param ids also of merged records, which are shown with their merge */
  async people(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, MergePerson>> {
    const rows: MergePerson[] = await tx.sql.query(`${personSql} WHERE p.id = ANY($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Pairs within these subtrees that share a phone, or a name that few others have; those found to be two people, and
   * those of which a merge is open, are left out. By the ids of both.
   */
  async pairs(
    tx: Transaction,
    asked: {
      readonly paths: readonly string[];
      readonly personId: string | null;
      readonly after: Pair | null;
    },
    limit: number,
  ): Promise<Pair[]> {
    const { personId, after } = asked;
    const values: unknown[] = [personId, after?.first ?? null, after?.second ?? null, limit];
    const isWithin = await reachCondition(
      tx,
      subtreesOf(asked.paths),
      placeholdersIn(values),
      'labour_union',
    );
    return tx.sql.query(
      `WITH reach AS MATERIALIZED (
         SELECT DISTINCT p.id, p.phone_hash, p.name_hash FROM union_membership m JOIN person p ON p.id = m.person_id
         WHERE ${isWithin('m.union_id')} AND m.state <> 'ended'),
       named AS (SELECT name_hash FROM reach GROUP BY name_hash HAVING count(*) BETWEEN 2 AND ${namesakesMax})
       SELECT a.id AS first, b.id AS second FROM reach a JOIN reach b ON a.id < b.id
         AND (a.phone_hash = b.phone_hash)
       WHERE ${pairConditions}
       UNION
       SELECT a.id, b.id FROM named n JOIN reach a ON a.name_hash = n.name_hash
         JOIN reach b ON b.name_hash = n.name_hash AND a.id < b.id
       WHERE ${pairConditions}
       ORDER BY first, second LIMIT $4`,
      values,
    );
  }

  async unionAt(tx: Transaction, path: string): Promise<{ id: string } | null> {
    const rows: { id: string }[] = await tx.sql.query('SELECT id FROM labour_union WHERE path = $1', [path]);
    return rows[0] ?? null;
  }

  /** Whether one of two people is part of a merge that is not finished, or was merged away. */
  async isUnderWay(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM member_merge WHERE state IN ('proposed', 'applying', 'undoing')
         AND (survivor_id = ANY($1) OR merged_id = ANY($1))
       UNION ALL SELECT 1 FROM person_alias WHERE from_id = ANY($1) LIMIT 1`,
      [ids],
    );
    return rows.length > 0;
  }

  /** Whether a correction of one of two people waits: it is decided on the record as it is. */
  async isCorrected(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM correction WHERE person_id = ANY($1) AND state = 'waiting' LIMIT 1`,
      [ids],
    );
    return rows.length > 0;
  }

  async findById(tx: Transaction, id: string): Promise<MergeRecord | null> {
    return (await this.query(tx).where('g.id = :id', { id }).getRawAndEntities().then(joined))[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<MemberMergeRow | null> {
    return tx.sql.findOne(MemberMergeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first, of unions within these subtrees. */
  async list(
    tx: Transaction,
    paths: readonly string[],
    page: { readonly state?: MemberMergeState; readonly cursor?: string; readonly limit?: number },
  ): Promise<MergeRecord[]> {
    const query = this.query(tx).orderBy('g.id', 'DESC').limit(rowsFor(page.limit));
    const isWithin = await reachCondition(tx, subtreesOf(paths), parameterOf(query), 'labour_union');
    query.where(isWithin('g.union_id'));
    if (page.state !== undefined) query.andWhere('g.state = :state', { state: page.state });
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('g.id < :id', { id: cursor[0] });
    return joined(await query.getRawAndEntities());
  }

  async insert(tx: Transaction, row: MemberMergeRow): Promise<void> {
    await tx.sql.insert(MemberMergeRow, row);
  }

  async update(tx: Transaction, { id, ...row }: MemberMergeRow): Promise<void> {
    await tx.sql.update(MemberMergeRow, { id }, row);
  }

  partsOf(tx: Transaction, mergeIds: readonly string[]): Promise<MemberMergePartRow[]> {
    return tx.sql
      .createQueryBuilder(MemberMergePartRow, 'p')
      .where('p.mergeId = ANY(:mergeIds)', { mergeIds: [...mergeIds] })
      .getMany();
  }

  /** @returns the services that have done this step, with this one */
  async addPart(tx: Transaction, row: MemberMergePartRow): Promise<MergeService[]> {
    await tx.sql.createQueryBuilder().insert().into(MemberMergePartRow).values(row).orIgnore().execute();
    const parts = await this.partsOf(tx, [row.mergeId]);
    return parts.filter(({ step }) => step === row.step).map(({ service }) => service);
  }

  private query(tx: Transaction) {
    return tx.sql
      .createQueryBuilder(MemberMergeRow, 'g')
      .innerJoin('labour_union', 'u', 'u.id = g.unionId')
      .addSelect('u.name', 'union_name')
      .addSelect('u.path', 'union_path');
  }
}

/** A name that more people than this have is no sign of anything. */
const namesakesMax = 50;

const pairConditions = `($1::uuid IS NULL OR $1 IN (a.id, b.id))
         AND ($2::uuid IS NULL OR (a.id, b.id) > ($2, $3::uuid))
         AND NOT EXISTS (SELECT FROM member_merge g WHERE g.state IN ${openStates.replace(')', ", 'refused')")}
           AND ((g.survivor_id = a.id AND g.merged_id = b.id) OR (g.survivor_id = b.id AND g.merged_id = a.id)))`;

interface RawUnion {
  readonly union_name: string;
  readonly union_path: string;
}

function joined({ entities, raw }: { entities: MemberMergeRow[]; raw: unknown[] }): MergeRecord[] {
  return entities.map((row, index) => {
    const { union_name: unionName, union_path: unionPath } = raw[index] as RawUnion;
    return { ...row, unionName, unionPath };
  });
}
