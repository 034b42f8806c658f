import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { GroupMemberRow, GroupRow } from './group.entity.js';

/** A group with its union, its leader and how many are in it. */
export interface GroupRecord extends GroupRow {
  readonly unionName: string;
  readonly unionPath: string;
  /** Sealed. */
  readonly leaderName: string | null;
  readonly leaderMaskedName: string | null;
  readonly members: number;
}

export interface GroupMemberRecord extends GroupMemberRow {
  /** Sealed. */
  readonly name: string;
  readonly maskedName: string;
}

interface PageOf {
  readonly cursor?: string;
  readonly limit?: number;
}

const groupSql = `
  SELECT g.id, g.version, g.union_id AS "unionId", g.name, g.leader_id AS "leaderId", g.active,
    g.created_at AS "createdAt", u.name AS "unionName", u.path AS "unionPath", p.name AS "leaderName",
    p.masked_name AS "leaderMaskedName",
    (SELECT count(*)::int FROM group_member m WHERE m.group_id = g.id AND m.valid_to IS NULL) AS members
  FROM union_group g JOIN labour_union u ON u.id = g.union_id LEFT JOIN person p ON p.id = g.leader_id`;

const memberSql = `
  SELECT m.id, m.version, m.group_id AS "groupId", m.person_id AS "personId", m.valid_from AS "validFrom",
    m.valid_to AS "validTo", m.created_at AS "createdAt", p.name, p.masked_name AS "maskedName"
  FROM group_member m JOIN person p ON p.id = m.person_id`;

@Injectable()
export class GroupRepository {
  async findById(tx: Transaction, id: string): Promise<GroupRecord | null> {
    const rows: GroupRecord[] = await tx.sql.query(`${groupSql} WHERE g.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockById(tx: Transaction, id: string): Promise<GroupRow | null> {
    return tx.sql.findOne(GroupRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The groups at a union's path and below it that a person leads, locked in the order of their ids. */
  lockLedBy(tx: Transaction, personId: string, path: string): Promise<GroupRow[]> {
    return tx.sql
      .createQueryBuilder(GroupRow, 'g')
      .where(
        'g.leaderId = :personId AND g.unionId IN (SELECT id FROM labour_union WHERE starts_with(path, :path))',
        {
          personId,
          path,
        },
      )
      .orderBy('g.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  async insert(tx: Transaction, row: GroupRow): Promise<void> {
    await tx.sql.insert(GroupRow, row);
  }

  async update(tx: Transaction, { id, ...row }: GroupRow): Promise<void> {
    await tx.sql.update(GroupRow, { id }, row);
  }

  /** By name: the order of the index. */
  list(
    tx: Transaction,
    { unionId, cursor, limit }: PageOf & { readonly unionId: string },
  ): Promise<GroupRecord[]> {
    const [name = null, id = null] = decodeCursor(cursor, 2) ?? [];
    return tx.sql.query(
      `${groupSql} WHERE g.union_id = $1 AND ($2::text IS NULL OR (g.name, g.id) > ($2, $3::uuid))
       ORDER BY g.name, g.id LIMIT $4`,
      [unionId, name, id, rowsFor(limit)],
    );
  }

  /** The open groups that a person leads, oldest first. */
  listLedBy(
    tx: Transaction,
    { personId, cursor, limit }: PageOf & { readonly personId: string },
  ): Promise<GroupRecord[]> {
    const [id = null] = decodeCursor(cursor, 1) ?? [];
    return tx.sql.query(
      `${groupSql} WHERE g.leader_id = $1 AND g.active AND ($2::uuid IS NULL OR g.id > $2) ORDER BY g.id LIMIT $3`,
      [personId, id, rowsFor(limit)],
    );
  }

  after(tx: Transaction, afterId: string | null, limit: number): Promise<GroupRow[]> {
    const query = tx.sql.createQueryBuilder(GroupRow, 'g').orderBy('g.id').limit(limit);
    return (afterId === null ? query : query.where('g.id > :afterId', { afterId })).getMany();
  }

  /** Whether a person is a member of the union at this path, or of one below it. */
  async isMemberWithin(tx: Transaction, personId: string, path: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = $1 AND m.state <> 'ended' AND starts_with(u.path, $2)`,
      [personId, path],
    );
    return rows.length > 0;
  }

  findPresent(tx: Transaction, groupId: string, personId: string): Promise<GroupMemberRow | null> {
    return tx.sql.findOneBy(GroupMemberRow, { groupId, personId, validTo: IsNull() });
  }

  async findMember(tx: Transaction, id: string): Promise<GroupMemberRecord | null> {
    const rows: GroupMemberRecord[] = await tx.sql.query(`${memberSql} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  lockMember(tx: Transaction, id: string): Promise<GroupMemberRow | null> {
    return tx.sql.findOne(GroupMemberRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insertMember(tx: Transaction, row: GroupMemberRow): Promise<void> {
    await tx.sql.insert(GroupMemberRow, row);
  }

  async updateMember(tx: Transaction, { id, ...row }: GroupMemberRow): Promise<void> {
    await tx.sql.update(GroupMemberRow, { id }, row);
  }

  /** Where a person is in a group at a union's path or below it, locked in the order of the ids. */
  lockPresentWithin(tx: Transaction, personId: string, path: string): Promise<GroupMemberRow[]> {
    return tx.sql
      .createQueryBuilder(GroupMemberRow, 'm')
      .where(
        `m.personId = :personId AND m.validTo IS NULL AND m.groupId IN (SELECT g.id FROM union_group g
           JOIN labour_union u ON u.id = g.union_id WHERE starts_with(u.path, :path))`,
        { personId, path },
      )
      .orderBy('m.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Oldest first: the order of the index. */
  listMembers(
    tx: Transaction,
    { groupId, past = false, cursor, limit }: PageOf & { readonly groupId: string; readonly past?: boolean },
  ): Promise<GroupMemberRecord[]> {
    const [id = null] = decodeCursor(cursor, 1) ?? [];
    return tx.sql.query(
      `${memberSql} WHERE m.group_id = $1 ${past ? '' : 'AND m.valid_to IS NULL'} AND ($2::uuid IS NULL OR m.id > $2)
       ORDER BY m.id LIMIT $3`,
      [groupId, id, rowsFor(limit)],
    );
  }

  membersAfter(tx: Transaction, afterId: string | null, limit: number): Promise<GroupMemberRow[]> {
    const query = tx.sql.createQueryBuilder(GroupMemberRow, 'm').orderBy('m.id').limit(limit);
    return (afterId === null ? query : query.where('m.id > :afterId', { afterId })).getMany();
  }
}
