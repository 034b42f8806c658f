import { Injectable } from '@nestjs/common';
import type { LoanOrder, LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { DomainError } from '@gongxiang/domain';
import {
  brokenConstraint,
  decodeCursor,
  inListOrder,
  newestWithin,
  orderedBy,
  type Ownership,
  parameterOf,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { OverdueRuleRepository } from '../overdue-rule/overdue-rule.repository.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { ResourceRow } from '../resource/resource.entity.js';
import { LoanRow } from './loan.entity.js';
import { openStates } from './loan.model.js';
import type { LoanNames } from './loan.view.js';

interface LoanFilter {
  readonly personId: string;
  /** The subtrees in which the person acts for the unions. */
  readonly paths: readonly string[];
  /** Unions that have mandated one of those to handle their loans. */
  readonly mandatorIds: readonly string[];
  readonly role?: 'borrower' | 'owner';
  readonly state?: LoanState;
  /** Only those that are back, with something still open between the two sides. */
  readonly unsettled?: true;
  /** Only those asked for because of this need. */
  readonly need?: string;
  /** Only these unions, not those below. */
  readonly ownUnions?: boolean;
  /** The newest first where absent. */
  readonly order?: LoanOrder;
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class LoanRepository {
  constructor(private readonly rules: OverdueRuleRepository) {}

  findById(tx: Transaction, id: string): Promise<LoanRow | null> {
    return tx.sql.findOneBy(LoanRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<LoanRow | null> {
    return tx.sql.findOne(LoanRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** One statement whose text is the same for any number of rows. */
  async insertAll(tx: Transaction, rows: readonly LoanRow[]): Promise<void> {
    const { columns } = tx.sql.connection.getMetadata(LoanRow);
    const names = columns.map(({ databaseName }) => databaseName).join(', ');
    const values = rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row, true)])),
    );
    await tx.sql.query(
      `INSERT INTO loan (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::loan, $1)`,
      [JSON.stringify(values)],
    );
  }

  /** @throws DomainError `RESOURCE_OUT` if somebody else still holds it */
  async update(tx: Transaction, row: LoanRow): Promise<void> {
    try {
      await tx.sql.update(LoanRow, { id: row.id }, row);
    } catch (error) {
      if (brokenConstraint(error) === 'loan_one_out') throw new DomainError('RESOURCE_OUT');
      throw error;
    }
  }

  namesOf(tx: Transaction, rows: readonly LoanRow[]): Promise<LoanNames> {
    return this.namesFor(tx, {
      resourceIds: rows.map((row) => row.resourceId),
      unionIds: rows.flatMap(({ ownerUnionId, borrowerUnionId }) => [ownerUnionId, borrowerUnionId]),
    });
  }

  /** The names on a page, in one statement for resources and one for unions. */
  async namesFor(
    tx: Transaction,
    {
      resourceIds,
      unionIds,
    }: { readonly resourceIds: readonly string[]; readonly unionIds: readonly string[] },
  ): Promise<LoanNames> {
    const [resources, unions] = await Promise.all([
      tx.sql.find(ResourceRow, {
        select: { id: true, title: true },
        where: { id: In([...new Set(resourceIds)]) },
      }),
      tx.sql.findBy(UnionRef, { id: In([...new Set(unionIds)]) }),
    ]);
    return {
      resources: new Map(resources.map(({ id, title }) => [id, title])),
      unions: new Map(unions.map(({ id, name }) => [id, name])),
    };
  }

  /** The borrowing unions by id, as far as they are known. */
  async borrowersOf(tx: Transaction, rows: readonly LoanRow[]): Promise<Map<string, UnionRef>> {
    const ids = [...new Set(rows.map(({ borrowerUnionId }) => borrowerUnionId))];
    const unions = await tx.sql.findBy(UnionRef, { id: In(ids) });
    return new Map(unions.map((union) => [union.id, union]));
  }

  /** The known unions for which a person has requested open loans. */
  openBorrowersOf(tx: Transaction, personId: string): Promise<Pick<UnionRef, 'id' | 'path'>[]> {
    return tx.sql.query(
      `SELECT u.id, u.path FROM union_ref u WHERE u.id IN (
         SELECT borrower_union_id FROM loan WHERE requested_by = $1 AND state = ANY($2))`,
      [personId, openStates],
    );
  }

  /** A person's open requested loans for these unions, locked in id order. */
  lockOpenOf(
    tx: Transaction,
    of: {
      readonly personId: string;
      readonly requesterLeft: boolean;
      readonly borrowers: readonly string[];
    },
    max: number,
  ): Promise<LoanRow[]> {
    const { personId, requesterLeft, borrowers } = of;
    if (borrowers.length === 0) return Promise.resolve([]);
    return tx.sql.find(LoanRow, {
      where: {
        requestedBy: personId,
        requesterLeft,
        borrowerUnionId: In([...borrowers]),
        state: In([...openStates]),
      },
      order: { id: 'ASC' },
      take: max,
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Which of these people have requested an open loan. */
  async requestersAmong(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT requested_by AS "personId" FROM loan WHERE requested_by = ANY($1) AND state = ANY($2)`,
      [personIds, openStates],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Those of some unions with an overdue loan, as far as the owner's rule considers it. */
  async overdueAmong(
    tx: Transaction,
    borrowerUnionIds: readonly string[],
    owner: { readonly id: string; readonly path: string | null },
  ): Promise<ReadonlySet<string>> {
    const { overdueBlock, graceHours } = await this.rules.inForce(tx, owner.path);
    if (overdueBlock === 'none') return new Set();
    const before = new Date(tx.now.getTime() - graceHours * 3_600_000);
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT borrower_union_id AS id FROM loan
       WHERE borrower_union_id = ANY($1::uuid[]) AND state = 'handedOver' AND ends_at <= $2
         AND ($3::uuid IS NULL OR owner_union_id = $3)`,
      [borrowerUnionIds, before, overdueBlock === 'sameOwner' ? owner.id : null],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** By urgency: overdue ones first, then the next. */
  async listForDesk(
    tx: Transaction,
    filter: { readonly personId: string; readonly paths: readonly string[] },
    max: number,
  ): Promise<LoanRow[]> {
    const query = tx.sql.createQueryBuilder(LoanRow, 'l');
    const isWithin = await reachCondition(tx, subtreesOf(filter.paths), parameterOf(query));
    return query
      .where(`l.state IN ('requested', 'approved', 'handedOver')`)
      .andWhere(
        // An array, as an index serves no `OR` with a subquery.
        `(${isWithin('l.owner_union_id')} OR l.resource_id = ANY(ARRAY(
           SELECT r.id FROM resource r WHERE r.owner_kind = 'person' AND r.owner_id = :me)))`,
        { me: filter.personId },
      )
      .orderBy(`CASE l.state WHEN 'handedOver' THEN l.ends_at ELSE l.starts_at END`)
      .addOrderBy('l.id')
      .limit(max)
      .getMany();
  }

  isOut(tx: Transaction, resourceId: string): Promise<boolean> {
    return tx.sql.existsBy(LoanRow, { resourceId, state: 'handedOver' });
  }

  /** The number of open loans of a resource per union. The caller holds the resource's lock. */
  countOpen(tx: Transaction, resourceId: string, borrowerUnionId: string): Promise<number> {
    return tx.sql
      .createQueryBuilder(LoanRow, 'l')
      .where('l.resourceId = :resourceId AND l.borrowerUnionId = :borrowerUnionId', {
        resourceId,
        borrowerUnionId,
      })
      .andWhere('l.state IN (:...openStates)', { openStates })
      .getCount();
  }

  /** Requested or approved loans under a right that last beyond its end, in id order. */
  affectedBy(
    tx: Transaction,
    {
      grantId,
      end,
      afterId,
    }: { readonly grantId: string; readonly end: Date; readonly afterId: string | null },
    max: number,
  ): Promise<LoanRow[]> {
    const query = tx.sql
      .createQueryBuilder(LoanRow, 'l')
      .where(`l.grantId = :grantId AND l.state IN ('requested', 'approved') AND l.endsAt > :end`, {
        grantId,
        end,
      })
      // Repeats the index condition, which the planner does not infer.
      .andWhere(`l.state NOT IN ('refused', 'cancelled')`)
      .orderBy('l.id')
      .limit(max);
    return (afterId === null ? query : query.andWhere('l.id > :afterId', { afterId })).getMany();
  }

  /** The number of loans under a right that are out, and of approved ones that last beyond its end. */
  async countUnder(
    tx: Transaction,
    { grantId, end }: { readonly grantId: string; readonly end: Date },
  ): Promise<{ readonly running: number; readonly approved: number; readonly requested: number }> {
    const rows: { running: number; approved: number; requested: number }[] = await tx.sql.query(
      `SELECT count(*) FILTER (WHERE state = 'handedOver')::int AS running,
              count(*) FILTER (WHERE state = 'approved' AND ends_at > $2)::int AS approved,
              count(*) FILTER (WHERE state = 'requested' AND ends_at > $2)::int AS requested
       FROM loan WHERE grant_id = $1 AND state NOT IN ('refused', 'cancelled')`,
      [grantId, end],
    );
    return rows[0] ?? { running: 0, approved: 0, requested: 0 };
  }

  /** The next loan of a resource after a time: its borrower is notified that the one before is overdue. */
  next(tx: Transaction, resourceId: string, after: Date): Promise<LoanRow | null> {
    return tx.sql
      .createQueryBuilder(LoanRow, 'l')
      .where('l.resourceId = :resourceId AND l.startsAt >= :after', { resourceId, after })
      .andWhere(`l.state IN ('requested', 'approved')`)
      .orderBy('l.startsAt')
      .getOne();
  }

  /**
   * The loans a person may see: their own requests, and what their unions (or they) borrow or lend; newest first where no other
   * order is asked for.
   */
  list(tx: Transaction, filter: LoanFilter): Promise<LoanRow[]> {
    const { order, cursor } = filter;
    const query = order === undefined ? newestFirst(tx, filter) : pageOf(tx, filter);
    if (filter.state !== undefined) query.andWhere('l.state = :state', { state: filter.state });
    if (filter.unsettled) query.andWhere(`l.state = 'returned' AND l.closedAt IS NULL`);
    if (filter.need !== undefined) query.andWhere('l.needId = :need', { need: filter.need });
    const select = (ordered: typeof query): Promise<LoanRow[]> =>
      newestWithin(tx, ordered, subtreesOf(filter.paths, filter), ...waysOf(filter));
    return order === undefined
      ? select(query)
      : inListOrder(query, { word: order, column: `l.${orderedBy(order)}`, cursor }, select);
  }

  listRequestedBy(
    tx: Transaction,
    filter: { readonly personId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<LoanRow[]> {
    return newestFirst(tx, filter).andWhere('l.requestedBy = :me', { me: filter.personId }).getMany();
  }

  /** All loans in id order, for republishing. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<LoanRow[]> {
    const query = tx.sql.createQueryBuilder(LoanRow, 'l').orderBy('l.id').limit(limit);
    return (afterId === null ? query : query.where('l.id > :afterId', { afterId })).getMany();
  }
}

function newestFirst(
  tx: Transaction,
  page: { readonly cursor?: string; readonly limit?: number },
): SelectQueryBuilder<LoanRow> {
  const query = pageOf(tx, page).orderBy('l.id', 'DESC');
  const cursor = decodeCursor(page.cursor, 1);
  return cursor === null ? query : query.where('l.id < :before', { before: cursor[0] });
}

function pageOf(tx: Transaction, { limit }: { readonly limit?: number }): SelectQueryBuilder<LoanRow> {
  return tx.sql.createQueryBuilder(LoanRow, 'l').limit(rowsFor(limit));
}

/** In which ways a loan is one's own: by what one's unions or one oneself borrow, or own. */
function waysOf({ role, personId, mandatorIds }: LoanFilter): (Ownership['isOwned'] | Ownership)[] {
  const borrows = (union: string): string => `l.borrower_union_id = ${union}`;
  const me = { owners: [personId] };
  const borrowed = [
    borrows,
    { owners: mandatorIds, isOwned: borrows },
    { ...me, isOwned: (person: string) => `l.requested_by = ${person}` },
  ];
  const lent = [
    (union: string) => `l.owner_union_id = ${union}`,
    {
      ...me,
      isOwned: (person: string) => `l.resource_id IN (
        SELECT r.id FROM resource r WHERE r.owner_kind = 'person' AND r.owner_id = ${person})`,
    },
  ];
  if (role === 'borrower') return borrowed;
  return role === 'owner' ? lent : [...borrowed, ...lent];
}
