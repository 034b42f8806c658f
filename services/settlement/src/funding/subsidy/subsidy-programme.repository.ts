import { Injectable } from '@nestjs/common';
import type {
  ListSubsidyObjectionsRequest,
  ListSubsidyProgrammesRequest,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { pathsUpwards } from '@gongxiang/domain';
import {
  brokenConstraint,
  decodeCursor,
  parameterOf,
  reachCondition,
  rowsFor,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { rangesOf } from '../../reference/reach-sql.js';
import { SubsidyObjectionRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';

/**
 * The reader of a list of programmes: sees all programmes of their offices and the published ones of all unions above
 * them.
 */
interface ProgrammeReader {
  readonly reach: readonly string[];
  readonly places: readonly string[];
}

@Injectable()
export class SubsidyProgrammeRepository {
  find(tx: Transaction, id: string): Promise<SubsidyProgrammeRow | null> {
    return tx.sql.findOneBy(SubsidyProgrammeRow, { id });
  }

  findAll(tx: Transaction, ids: readonly string[]): Promise<SubsidyProgrammeRow[]> {
    return tx.sql.findBy(SubsidyProgrammeRow, { id: In([...new Set(ids)]) });
  }

  /** Decisions on a programme are made under this lock, so that checking and using its budget is serialised. */
  lock(tx: Transaction, id: string): Promise<SubsidyProgrammeRow | null> {
    return tx.sql.findOne(SubsidyProgrammeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: SubsidyProgrammeRow): Promise<void> {
    await tx.sql.insert(SubsidyProgrammeRow, row as never);
  }

  async update(tx: Transaction, row: SubsidyProgrammeRow): Promise<void> {
    await tx.sql.update(SubsidyProgrammeRow, { id: row.id }, row as never);
  }

  /** Newest first. */
  async list(
    tx: Transaction,
    request: ListSubsidyProgrammesRequest,
    { reach, places }: ProgrammeReader,
  ): Promise<SubsidyProgrammeRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql.createQueryBuilder(SubsidyProgrammeRow, 'p');
    const isWithin = await reachCondition(tx, rangesOf({ reach }), parameterOf(query));
    return query
      .where(
        `(${isWithin('p.union_id')} OR (p.state <> 'draft'
           AND p.union_id IN (SELECT u.id FROM union_ref u WHERE u.path = ANY(:above::text[]))))`,
        { above: [...new Set(places.flatMap(pathsUpwards))] },
      )
      .andWhere(request.state === undefined ? 'true' : 'p.state = :state', { state: request.state })
      .andWhere(
        request.q === undefined
          ? 'true'
          : `(strpos(lower(p.title), lower(:q)) > 0
              OR strpos(lower((SELECT n.name FROM union_ref n WHERE n.id = p.unionId)), lower(:q)) > 0)`,
        { q: request.q },
      )
      .andWhere(cursor === null ? 'true' : 'p.id < :after', { after: cursor?.[0] })
      .orderBy('p.id', 'DESC')
      .limit(rowsFor(request.limit))
      .getMany();
  }

  /** @returns false if the person already has an unanswered objection to this award */
  async insertObjection(tx: Transaction, row: SubsidyObjectionRow): Promise<boolean> {
    try {
      await tx.sql.insert(SubsidyObjectionRow, row);
      return true;
    } catch (error) {
      if (brokenConstraint(error) === 'subsidy_objection_open') return false;
      throw error;
    }
  }

  findObjection(tx: Transaction, programmeId: string, id: string): Promise<SubsidyObjectionRow | null> {
    return tx.sql.findOneBy(SubsidyObjectionRow, { programmeId, id });
  }

  async updateObjection(tx: Transaction, row: SubsidyObjectionRow): Promise<void> {
    await tx.sql.update(SubsidyObjectionRow, { id: row.id }, row);
  }

  async openObjections(tx: Transaction, programmeId: string): Promise<number> {
    const [row] = (await tx.sql.query(
      'SELECT count(*)::int AS count FROM subsidy_objection WHERE programme_id = $1 AND answer IS NULL',
      [programmeId],
    )) as [{ count: number }];
    return row.count;
  }

  /** Who has raised each objection that is not answered, one after the other. */
  async objectorsOf(tx: Transaction, programmeId: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM subsidy_objection WHERE programme_id = $1 AND answer IS NULL ORDER BY id`,
      [programmeId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Newest first. @param personId limits the list to one person's objections; null for all */
  listObjections(
    tx: Transaction,
    request: ListSubsidyObjectionsRequest,
    personId: string | null,
  ): Promise<SubsidyObjectionRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    return tx.sql
      .createQueryBuilder(SubsidyObjectionRow, 'o')
      .where('o.programmeId = :programmeId', { programmeId: request.programmeId })
      .andWhere(personId === null ? 'true' : 'o.personId = :personId', { personId })
      .andWhere(cursor === null ? 'true' : 'o.id < :after', { after: cursor?.[0] })
      .orderBy('o.id', 'DESC')
      .limit(rowsFor(request.limit))
      .getMany();
  }
}
