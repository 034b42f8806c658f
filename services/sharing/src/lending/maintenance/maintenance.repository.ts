import { Injectable } from '@nestjs/common';
import type { MaintenanceState } from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import type { PartyKind } from '@gongxiang/domain';
import { decodeCursor, reachCondition, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { Not } from 'typeorm';
import { MaintenancePlanRow, MaintenanceTaskRow } from './maintenance.entity.js';

/** A task with its related data. */
export interface TaskLine extends MaintenanceTaskRow {
  readonly title: string;
  readonly byWhom: string | null;
  readonly every: number;
  readonly blockHours: number | null;
  readonly endedAt: Date | null;
  readonly resourceTitle: string;
  readonly ownerKind: PartyKind;
  readonly pieceLabel: string | null;
  readonly blockedFrom: Date | null;
  readonly blockedUntil: Date | null;
  /** Loans returned since it is open; null if none are counted. */
  readonly loans: number | null;
}

interface TaskFilter {
  readonly resourceId?: string;
  readonly pieceId?: string;
  readonly state: MaintenanceState;
  /** Only tasks due before this day. */
  readonly before?: string;
  readonly q?: string;
  /** The resources of those subtrees, and the person's own. */
  readonly manageable?: { readonly personId: string; readonly paths: readonly string[] };
  readonly cursor?: string;
  readonly limit?: number;
}

/** After every date: tasks counted in loans sort after those with a date. */
const noDay = `'9999-12-31'::date`;
const dayOrder = `coalesce(t.due_on, ${noDay})`;

// Parts are found by their bookings; a loan itself by its resource, as its booking may be gone.
const loansSince = `SELECT count(*)::int FROM loan l WHERE l.state = 'returned' AND l.returned_at > t.since
  AND (l.resource_id = t.resource_id OR EXISTS (
    SELECT FROM booking b WHERE b.id = l.id AND b.resource_id = t.resource_id))`;
const timesOutSince = `SELECT count(*)::int FROM loan_piece o WHERE o.piece_id = t.piece_id AND o.back_at > t.since`;

const lines = `SELECT t.id, t.version, t.plan_id AS "planId", t.resource_id AS "resourceId", t.piece_id AS "pieceId",
    t.state, t.planned_on::text AS "plannedOn", t.due_on::text AS "dueOn", t.since, t.done_on::text AS "doneOn",
    t.note, t.cost_fen AS "costFen", t.closed_by AS "closedBy", t.closed_at AS "closedAt", p.title,
    p.by_whom AS "byWhom", p.every, p.block_hours AS "blockHours", p.ended_at AS "endedAt", r.title AS "resourceTitle", r.owner_kind AS "ownerKind",
    c.label AS "pieceLabel", k.starts_at AS "blockedFrom", k.occupied_until AS "blockedUntil",
    CASE WHEN p.unit <> 'loan' OR t.due_on IS NOT NULL OR t.state <> 'open' THEN NULL
         WHEN t.piece_id IS NULL THEN (${loansSince}) ELSE (${timesOutSince}) END AS loans
  FROM maintenance_task t JOIN maintenance_plan p ON p.id = t.plan_id JOIN resource r ON r.id = t.resource_id
    LEFT JOIN piece c ON c.id = t.piece_id LEFT JOIN booking k ON k.id = t.id AND k.resource_id = t.resource_id`;

/** Plans and tasks change only under the lock of their resource, so they need no lock of their own. */
@Injectable()
export class MaintenanceRepository {
  async insertPlan(tx: Transaction, row: MaintenancePlanRow): Promise<void> {
    await tx.sql.insert(MaintenancePlanRow, row);
  }

  async updatePlan(tx: Transaction, row: MaintenancePlanRow): Promise<void> {
    await tx.sql.update(MaintenancePlanRow, { id: row.id }, row);
  }

  findPlan(tx: Transaction, resourceId: string, id: string): Promise<MaintenancePlanRow | null> {
    return tx.sql.findOneBy(MaintenancePlanRow, { resourceId, id });
  }

  countPlans(tx: Transaction, resourceId: string): Promise<number> {
    return tx.sql.countBy(MaintenancePlanRow, { resourceId });
  }

  /** In order of creation. */
  plans(
    tx: Transaction,
    filter: { readonly resourceId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<MaintenancePlanRow[]> {
    const query = tx.sql
      .createQueryBuilder(MaintenancePlanRow, 'p')
      .where('p.resourceId = :resourceId', { resourceId: filter.resourceId })
      .orderBy('p.id')
      .limit(rowsFor(filter.limit));
    const cursor = decodeCursor(filter.cursor, 1);
    return (cursor === null ? query : query.andWhere('p.id > :after', { after: cursor[0] })).getMany();
  }

  async insertTask(tx: Transaction, row: MaintenanceTaskRow): Promise<void> {
    await tx.sql.insert(MaintenanceTaskRow, row);
  }

  async updateTask(tx: Transaction, row: MaintenanceTaskRow): Promise<void> {
    await tx.sql.update(MaintenanceTaskRow, { id: row.id }, row);
  }

  async deleteTask(tx: Transaction, { id }: MaintenanceTaskRow): Promise<void> {
    await tx.sql.delete(MaintenanceTaskRow, { id });
  }

  findTask(tx: Transaction, id: string): Promise<MaintenanceTaskRow | null> {
    return tx.sql.findOneBy(MaintenanceTaskRow, { id });
  }

  openTask(tx: Transaction, planId: string): Promise<MaintenanceTaskRow | null> {
    return tx.sql.findOneBy(MaintenanceTaskRow, { planId, state: 'open' });
  }

  latestClosed(tx: Transaction, planId: string): Promise<MaintenanceTaskRow | null> {
    return tx.sql.findOne(MaintenanceTaskRow, {
      where: { planId, state: Not('open') },
      order: { closedAt: 'DESC', id: 'DESC' },
    });
  }

  async line(tx: Transaction, id: string): Promise<TaskLine | null> {
    const rows: TaskLine[] = await tx.sql.query(`${lines} WHERE t.id = $1`, [id]);
    return rows.map(withFen)[0] ?? null;
  }

  /** The open tasks of some plans, by plan. */
  async openLines(tx: Transaction, planIds: readonly string[]): Promise<Map<string, TaskLine>> {
    const rows: TaskLine[] = await tx.sql.query(
      `${lines} WHERE t.plan_id = ANY($1::uuid[]) AND t.state = 'open'`,
      [planIds],
    );
    return new Map(rows.map((row) => [row.planId, withFen(row)]));
  }

  /** Open tasks by date, of plans in force and existing pieces; closed ones latest first. */
  async list(tx: Transaction, filter: TaskFilter): Promise<TaskLine[]> {
    const params: unknown[] = [];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const conditions = [...conditionsOf(filter, bind), ...afterCursor(filter, bind)];
    if (filter.manageable !== undefined) {
      const { personId, paths } = filter.manageable;
      const isWithin = await reachCondition(tx, subtreesOf(paths), bind);
      conditions.push(
        `((r.owner_kind = 'person' AND r.owner_id = ${bind(personId)}) OR ${isWithin('r.owner_union_id')})`,
      );
    }
    const order = filter.state === 'open' ? `${dayOrder}, t.id` : 't.closed_at DESC, t.id DESC';
    const rows: TaskLine[] = await tx.sql.query(
      `${lines} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${bind(rowsFor(filter.limit))}`,
      params,
    );
    return rows.map(withFen);
  }

  /** The resources of a loan that are maintained by the number of loans. */
  async countedOf(tx: Transaction, loanId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT t.resource_id AS id FROM maintenance_plan p JOIN maintenance_task t ON t.plan_id = p.id
       WHERE p.unit = 'loan' AND p.ended_at IS NULL AND t.state = 'open' AND t.due_on IS NULL AND p.resource_id IN (
         SELECT resource_id FROM loan WHERE id = $1 UNION SELECT resource_id FROM booking WHERE id = $1
         UNION SELECT p.resource_id FROM loan_piece o JOIN piece p ON p.id = o.piece_id WHERE o.loan_id = $1)
       ORDER BY id`,
      [loanId],
    );
    return rows.map(({ id }) => id);
  }

  /** The tasks of a resource whose loans are still counted. */
  async counting(tx: Transaction, resourceId: string): Promise<TaskLine[]> {
    const rows: TaskLine[] = await tx.sql.query(
      `${lines} WHERE t.resource_id = $1 AND p.unit = 'loan' AND p.ended_at IS NULL AND t.state = 'open'
         AND t.due_on IS NULL ORDER BY t.id`,
      [resourceId],
    );
    return rows.map(withFen);
  }
}

type Bind = (value: unknown) => string;

function conditionsOf(filter: TaskFilter, bind: Bind): string[] {
  const { resourceId, pieceId, state, before, q } = filter;
  const conditions = [`t.state = ${bind(state)}`];
  // Repeats the index condition.
  if (state === 'open') conditions.push(`t.state = 'open'`, 'p.ended_at IS NULL', 'c.retired_at IS NULL');
  if (resourceId !== undefined) conditions.push(`t.resource_id = ${bind(resourceId)}`);
  if (pieceId !== undefined) conditions.push(`t.piece_id = ${bind(pieceId)}`);
  if (before !== undefined) conditions.push(`t.due_on < ${bind(before)}::date`);
  if (q !== undefined) {
    const query = bind(q.normalize('NFKC').trim());
    conditions.push(
      `position(lower(${query}::text) in lower(concat_ws(' ', p.title, r.title, c.label, p.by_whom))) > 0`,
    );
  }
  return conditions;
}

function afterCursor({ cursor, state }: TaskFilter, bind: Bind): string[] {
  const after = decodeCursor(cursor, 2);
  if (after === null) return [];
  const [at, id] = [bind(after[0]), bind(after[1])];
  if (state === 'open') return [`(${dayOrder}, t.id) > (${at}::date, ${id}::uuid)`];
  return [`(t.closed_at, t.id) < (${at}::timestamptz, ${id}::uuid)`];
}

function withFen(line: TaskLine): TaskLine {
  return { ...line, costFen: line.costFen === null ? null : BigInt(line.costFen) };
}
