import { Injectable } from '@nestjs/common';
import type {
  MatterDesk,
  MatterOrder,
  matterOrders,
  MatterState,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import type { MatterInstalmentState } from '@gongxiang/contracts/words/matter-payment';
import { beyondSubtree } from '@gongxiang/domain';
import {
  type Counted,
  countOf,
  decodeCursor,
  inOrderParts,
  newestPart,
  orderedBy,
  orderOfIds,
  type OrderPart,
  type OrderSql,
  partInSql,
  placeholdersIn,
  rowsFor,
  type Transaction,
} from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import type { Naming } from '../service-handler/service-handler.repository.js';
import { MatterEntryRow, MatterPaperRow, MatterRow } from './matter.entity.js';
import { openStates } from './matter.model.js';

/** A matter with the edition of its service, the unions and the people of it. */
export interface MatterRecord extends MatterRow {
  readonly definition: ServiceDefinition;
  readonly unionName: string;
  readonly unionPath: string;
  readonly handlerName: string | null;
  readonly recordName: string | null;
  readonly recordUnionName: string | null;
}

/** A payment, or an instalment of one, as it was asked for last. Amounts inside JSON are text, as JSON numbers lose digits. */
export interface PaymentRecord {
  readonly state: MatterInstalmentState;
  readonly amountFen: string;
  readonly askedAt: string | null;
  readonly dueOn: string | null;
  readonly paidOn: string | null;
}

/** A matter with what is paid for it. */
export interface WholeMatter extends MatterRecord {
  /** By their instalments. */
  readonly payments: readonly PaymentRecord[];
}

export interface MatterEntryRecord extends MatterEntryRow {
  readonly byName: string | null;
  readonly unionName: string | null;
}

export interface DeskFilter {
  readonly desk: MatterDesk;
  readonly serviceId?: string;
  readonly number?: string;
  readonly topic?: string;
  readonly order?: MatterOrder;
  readonly count?: true;
  readonly cursor?: string;
  readonly limit?: number;
  /** The unions at which the caller holds an office. */
  readonly unionIds: readonly string[];
  /** Where the caller is named for a service. */
  readonly namings: readonly Naming[];
  readonly personId: string;
}

interface OwnFilter {
  readonly state?: MatterState;
  readonly count?: true;
  readonly cursor?: string;
  readonly limit?: number;
}

interface SentIn {
  readonly from: Date;
  readonly to: Date;
}

interface SentBelow extends SentIn {
  /** Of a union. */
  readonly path: string;
}

/** Numbers of matters. */
export interface MatterSums {
  readonly sent: number;
  readonly decided: number;
  readonly inTime: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly rated: number;
  /** Of all who rated, together. */
  readonly stars: number;
}

export interface ServiceFigures extends MatterSums {
  readonly serviceId: string;
  readonly serviceName: string;
}

/** Of the matters of a service that are about one thing. */
export interface TopicFigures {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly topic: string;
  readonly label: string;
  readonly sent: number;
}

export interface MonthFigures extends MatterSums {
  readonly month: string;
}

const columns = `
  m.id, m.version, m.number, m.service_id AS "serviceId", m.edition, m.state, m.source, m.person_id AS "personId",
  m.is_anonymous AS "isAnonymous", m.home_union_id AS "homeUnionId", m.union_id AS "unionId",
  m.escalated_to AS "escalatedTo", m.escalations, m.named_only AS "namedOnly", m.handler_id AS "handlerId",
  m.colleague_ids AS "colleagueIds", m.sealed_code AS "sealedCode",
  m.sealed_answers AS "sealedAnswers", m.sealed_contact AS "sealedContact", m.sent_at AS "sentAt",
  m.accept_by AS "acceptBy", m.decide_by AS "decideBy", m.due_at AS "dueAt", m.paused_on::text AS "pausedOn",
  m.held_until::text AS "heldUntil", m.proposed_by AS "proposedBy", m.outcome, m.sealed_reasons AS "sealedReasons",
  m.decided_at AS "decidedAt", m.is_reopened AS "isReopened", m.stars, m.sealed_rating AS "sealedRating",
  m.ended_at AS "endedAt", m.proposed_topic AS "proposedTopic", m.sealed_topic_words AS "sealedTopicWords", m.topic,
  m.household_plan_id AS "householdPlanId", m.holds_until::text AS "holdsUntil", m.next_due_on::text AS "nextDueOn",
  m.followed_up_at AS "followedUpAt",
  e.definition, u.name AS "unionName", u.path AS "unionPath",
  h.masked_name AS "handlerName", p.masked_name AS "recordName", o.name AS "recordUnionName"`;
const tables = `
  JOIN service_edition e ON e.service_id = m.service_id AND e.number = m.edition
  JOIN union_ref u ON u.id = m.union_id
  LEFT JOIN member_ref h ON h.person_id = m.handler_id
  LEFT JOIN member_ref p ON p.person_id = m.person_id
  LEFT JOIN union_ref o ON o.id = m.home_union_id`;
const payments = `(
  SELECT coalesce(json_agg(json_build_object('state', y.state, 'amountFen', y.amount_fen::text, 'askedAt', y.asked_at,
    'dueOn', y.due_on, 'paidOn', y.paid_on) ORDER BY y.instalment), '[]')
  FROM (SELECT DISTINCT ON (a.instalment) a.* FROM matter_payment a WHERE a.matter_id = m.id
    ORDER BY a.instalment, a.id DESC) AS y)`;
const recordSql = `SELECT ${columns} FROM matter m ${tables}`;
/** @see isToFollow of follow-up.model.ts: a decision that is proposed is none yet */
const isToFollow = `m.state IN ('decided', 'closed') AND m.next_due_on IS NOT NULL AND m.followed_up_at IS NULL`;
const isOpen = `m.state IN (${openStates.map((state) => `'${state}'`).join(', ')})`;

/** @see MatterSums; `$1` is now */
const sums = `
  count(*)::int AS sent, count(m.decided_at)::int AS decided,
  count(*) FILTER (WHERE m.decided_at <= m.decide_by)::int AS "inTime",
  count(*) FILTER (WHERE ${isOpen})::int AS waiting,
  count(*) FILTER (WHERE ${isOpen} AND m.due_at < $1 AND m.paused_on IS NULL)::int AS overdue,
  count(m.stars)::int AS rated, coalesce(sum(m.stars), 0)::int AS stars`;

@Injectable()
export class MatterRepository {
  async find(tx: Transaction, id: string): Promise<WholeMatter | null> {
    const rows: WholeMatter[] = await tx.sql.query(
      `SELECT ${columns}, ${payments} AS payments FROM matter m ${tables} WHERE m.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  lock(tx: Transaction, id: string): Promise<MatterRow | null> {
    return tx.sql.findOne(MatterRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The matter of a person with a number that one of some people has in hand, or works on; null if there is none. */
  async inHandOf(
    tx: Transaction,
    wanted: { readonly number: string; readonly personId: string; readonly handlerIds: readonly string[] },
  ): Promise<string | null> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.id FROM matter m WHERE m.number = $1 AND m.person_id = ANY(person_ids($2))
         AND (m.handler_id = ANY($3::uuid[]) OR m.colleague_ids && $3::uuid[])`,
      [wanted.number, wanted.personId, [...wanted.handlerIds]],
    );
    return rows[0]?.id ?? null;
  }

  lockByNumber(tx: Transaction, number: string): Promise<MatterRow | null> {
    return tx.sql.findOne(MatterRow, { where: { number }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those that are there, in the order in which they were added. */
  papers(tx: Transaction, matterId: string): Promise<MatterPaperRow[]> {
    return tx.sql.find(MatterPaperRow, { where: { matterId, removedAt: IsNull() }, order: { id: 'ASC' } });
  }

  findPaper(tx: Transaction, matterId: string, id: string): Promise<MatterPaperRow | null> {
    return tx.sql.findOne(MatterPaperRow, { where: { id, matterId, removedAt: IsNull() } });
  }

  paperOf(tx: Transaction, matterId: string, sourceKey: string): Promise<MatterPaperRow | null> {
    return tx.sql.findOne(MatterPaperRow, { where: { matterId, sourceKey } });
  }

  async insertPaper(tx: Transaction, row: MatterPaperRow): Promise<void> {
    await tx.sql.insert(MatterPaperRow, row);
  }

  async removePaper(tx: Transaction, id: string): Promise<void> {
    await tx.sql.update(MatterPaperRow, { id }, { removedAt: tx.now });
  }

  /** The sealed files of what a person has brought, whether they are there or were taken back. */
  async filesOfPerson(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { key: string }[] = await tx.sql.query(
      `SELECT p.file_key AS key FROM matter_paper p JOIN matter m ON m.id = p.matter_id
       WHERE m.person_id IN (SELECT unnest(person_ids($1)))`,
      [personId],
    );
    return rows.map(({ key }) => key);
  }

  findRow(tx: Transaction, id: string): Promise<MatterRow | null> {
    return tx.sql.findOne(MatterRow, { where: { id } });
  }

  async insert(tx: Transaction, row: MatterRow): Promise<void> {
    await tx.sql.insert(MatterRow, row);
  }

  async update(tx: Transaction, row: MatterRow): Promise<void> {
    await tx.sql.update(MatterRow, { id: row.id }, row);
  }

  /**
   * Counts the matters of a person that are not over, up to `max`. The lock on the copy of their record keeps several that
   * are sent at once within the bound.
   */
  async countOpen(tx: Transaction, personId: string, max: number): Promise<number> {
    await tx.sql.query('SELECT 1 FROM member_ref WHERE person_id = $1 FOR UPDATE', [personId]);
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM matter m WHERE m.person_id = $1 AND ${isOpen} ORDER BY m.id DESC LIMIT $2`,
      [personId, max],
    );
    return rows.length;
  }

  /** A person's matters of a service that use up what they may have: those under way, and those decided so. */
  using(
    tx: Transaction,
    {
      personId,
      serviceId,
      since,
      outcomes,
    }: {
      readonly personId: string;
      readonly serviceId: string;
      readonly since: Date | null;
      readonly outcomes: readonly string[];
    },
  ): Promise<Pick<MatterRow, 'id' | 'number' | 'sealedAnswers'>[]> {
    return tx.sql.query(
      `SELECT m.id, m.number, m.sealed_answers AS "sealedAnswers" FROM matter m
       WHERE m.person_id IN (SELECT unnest(person_ids($1))) AND m.service_id = $2
         AND ($3::timestamptz IS NULL OR m.sent_at >= $3) AND (${isOpen} OR m.outcome = ANY($4)) ORDER BY m.id`,
      [personId, serviceId, since, outcomes],
    );
  }

  async addEntry(tx: Transaction, row: MatterEntryRow): Promise<void> {
    await tx.sql.insert(MatterEntryRow, row);
  }

  /** The number of the last entry; 0 without any. The matter has to be locked. */
  async lastSequence(tx: Transaction, matterId: string): Promise<number> {
    const last = await this.lastEntry(tx, matterId);
    return last?.sequence ?? 0;
  }

  lastEntry(tx: Transaction, matterId: string): Promise<MatterEntryRow | null> {
    return tx.sql.findOne(MatterEntryRow, { where: { matterId }, order: { sequence: 'DESC' } });
  }

  /** All of a matter, the first one first. */
  entries(tx: Transaction, matterId: string): Promise<MatterEntryRecord[]> {
    return tx.sql.query(
      `SELECT n.matter_id AS "matterId", n.sequence, n.event, n.at, n.actor_id AS "actorId", n.union_id AS "unionId",
         n.sealed_text AS "sealedText", n.is_internal AS "isInternal", m.masked_name AS "byName", u.name AS "unionName"
       FROM matter_entry n LEFT JOIN member_ref m ON m.person_id = n.actor_id LEFT JOIN union_ref u ON u.id = n.union_id
       WHERE n.matter_id = $1 ORDER BY n.sequence`,
      [matterId],
    );
  }

  /** A person's own, the newest first. */
  ofPerson(tx: Transaction, personId: string, { state, cursor, limit }: OwnFilter): Promise<MatterRecord[]> {
    return tx.sql.query(
      `${recordSql} WHERE m.person_id = $1 AND ($2::text IS NULL OR m.state = $2)
         AND ($3::uuid IS NULL OR m.id < $3::uuid) ORDER BY m.id DESC LIMIT $4`,
      [personId, state ?? null, decodeCursor(cursor, 1)?.[0] ?? null, rowsFor(limit)],
    );
  }

  /** What lies on the desk of an office: by when it is due, all of it from the newest on, or in the order that is asked for. */
  desk(tx: Transaction, filter: DeskFilter): Promise<MatterRecord[]> {
    const { order, cursor } = filter;
    const limit = rowsFor(filter.limit);
    if (order !== undefined) {
      const sql = orderSqls[orderedBy(order)];
      return inOrderParts({ word: order, cursor }, limit, (part) => this.page(tx, filter, part, sql));
    }
    if (filter.desk === 'all') return this.page(tx, filter, newestPart(cursor, limit), orderOfIds('m.id'));
    const byDay = filter.desk === 'followUps' ? orderOfFollowUps : { ...orderSqls.dueAt, hasValue: 'true' };
    return this.page(tx, filter, byDeadline(cursor, limit), byDay);
  }

  /** How many a person's own list has, see {@link countOf}. */
  countOfPerson(tx: Transaction, personId: string, filter: OwnFilter): Promise<Counted | null> {
    return countOf(tx, filter, () => ({
      sql: `SELECT FROM matter m WHERE m.person_id = $1 AND ($2::text IS NULL OR m.state = $2)`,
      values: [personId, filter.state ?? null],
    }));
  }

  /** How many a desk has, see {@link countOf}. */
  countOfDesk(tx: Transaction, filter: DeskFilter): Promise<Counted | null> {
    return countOf(tx, filter, (limit) => {
      const values: unknown[] = [];
      const bind = placeholdersIn(values);
      const where = and(ofDesk(tx, filter, bind));
      const found = deskSql(
        filter,
        bind,
        (owner) => `(SELECT m.id FROM matter m WHERE ${owner} ${where} LIMIT ${limit})`,
      );
      return { sql: `SELECT DISTINCT found.id FROM (${found}) AS found`, values };
    });
  }

  private page(tx: Transaction, filter: DeskFilter, part: OrderPart, sql: OrderSql): Promise<MatterRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const limit = bind(part.limit);
    const { conditions, orderBy } = partInSql(part, sql, bind);
    const where = and([...ofDesk(tx, filter, bind), ...conditions]);
    const value = part.hasValue ? sql.value : 'NULL::timestamptz';
    const found = deskSql(
      filter,
      bind,
      (owner) =>
        `(SELECT m.id, ${value} AS value FROM matter m WHERE ${owner} ${where} ORDER BY ${orderBy} LIMIT ${limit})`,
    );
    const order = `page.value ${part.direction}, page.id ${part.direction}`;
    return tx.sql.query(
      `SELECT ${columns} FROM (SELECT DISTINCT page.id, page.value FROM (${found}) AS page ORDER BY ${order} LIMIT ${limit}) AS page
       JOIN matter m ON m.id = page.id ${tables} ORDER BY ${order}`,
      values,
    );
  }

  /** What is not over of a service that named people alone deal with, at a union and below, in the order of the ids. */
  async openOfNamed(
    tx: Transaction,
    {
      serviceId,
      path,
      afterId,
      limit,
    }: {
      readonly serviceId: string;
      readonly path: string;
      readonly afterId: string | null;
      readonly limit: number;
    },
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.id FROM matter m JOIN union_ref u ON u.id = m.union_id
       WHERE m.named_only AND ${isOpen} AND m.service_id = $1 AND starts_with(u.path, $2)
         AND ($3::uuid IS NULL OR m.id > $3::uuid) ORDER BY m.id LIMIT $4`,
      [serviceId, path, afterId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** How many matters somebody has in hand. */
  async countInHand(tx: Transaction, personIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { personId: string; count: number }[] = await tx.sql.query(
      `SELECT m.handler_id AS "personId", count(*)::int AS count FROM matter m
       WHERE m.handler_id = ANY($1) AND ${isOpen} GROUP BY m.handler_id`,
      [personIds],
    );
    return new Map(rows.map(({ personId, count }) => [personId, count]));
  }

  /** Of the matters that were sent in a time to a union or one below it, by service. */
  figures(tx: Transaction, { path, from, to }: SentBelow): Promise<ServiceFigures[]> {
    return tx.sql.query(
      `SELECT m.service_id AS "serviceId", max(s.name) AS "serviceName", ${sums}
       FROM union_ref u JOIN matter m ON m.union_id = u.id JOIN service_item s ON s.id = m.service_id
       WHERE u.path >= $4 AND u.path < $5 AND m.sent_at >= $2 AND m.sent_at < $3
       GROUP BY m.service_id ORDER BY sent DESC, m.service_id LIMIT 200`,
      [tx.now, from, to, path, beyondSubtree(path)],
    );
  }

  /** By what they are about, as it was confirmed: topics of which so many matters were sent. */
  topicFigures(
    tx: Transaction,
    { path, from, to, sentMin }: SentBelow & { readonly sentMin: number },
  ): Promise<TopicFigures[]> {
    return tx.sql.query(
      `SELECT f."serviceId", s.name AS "serviceName", f.topic, coalesce(t.label, f.topic) AS label, f.sent
       FROM (SELECT m.service_id AS "serviceId", m.topic, count(*)::int AS sent
         FROM union_ref u JOIN matter m ON m.union_id = u.id
         WHERE u.path >= $3 AND u.path < $4 AND m.sent_at >= $1 AND m.sent_at < $2 AND m.topic IS NOT NULL
         GROUP BY m.service_id, m.topic HAVING count(*) >= $5) AS f
       JOIN service_item s ON s.id = f."serviceId"
       JOIN service_edition e ON e.service_id = s.id AND e.number = s.edition
       LEFT JOIN LATERAL (
         SELECT one->>'label' AS label FROM jsonb_array_elements(e.definition->'topics') AS one
         WHERE one->>'id' = f.topic LIMIT 1) AS t ON TRUE
       ORDER BY s.name, s.id, f.sent DESC, f.topic LIMIT 200`,
      [from, to, path, beyondSubtree(path), sentMin],
    );
  }

  /** The same by month; months without any are left out. */
  monthFigures(tx: Transaction, { path, from, to }: SentBelow): Promise<MonthFigures[]> {
    return tx.sql.query(
      `SELECT to_char(m.sent_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, ${sums}
       FROM union_ref u JOIN matter m ON m.union_id = u.id
       WHERE u.path >= $4 AND u.path < $5 AND m.sent_at >= $2 AND m.sent_at < $3
       GROUP BY month ORDER BY month`,
      [tx.now, from, to, path, beyondSubtree(path)],
    );
  }

  /** Of all matters that were sent in a time, by service: those of which so many were sent. */
  networkFigures(
    tx: Transaction,
    { from, to, sentMin }: SentIn & { readonly sentMin: number },
  ): Promise<(ServiceFigures & { readonly unionName: string })[]> {
    return tx.sql.query(
      `SELECT f.*, s.name AS "serviceName", u.name AS "unionName"
       FROM (SELECT m.service_id AS "serviceId", ${sums} FROM matter m WHERE m.sent_at >= $2 AND m.sent_at < $3
         GROUP BY m.service_id HAVING count(*) >= $4 ORDER BY sent DESC, m.service_id LIMIT 200) AS f
       JOIN service_item s ON s.id = f."serviceId" JOIN union_ref u ON u.id = s.union_id
       ORDER BY f.sent DESC, s.id`,
      [tx.now, from, to, sentMin],
    );
  }
}

/** That the union that has a matter is the one at which somebody is named, or below it. */
const isBelowNamed = `EXISTS (
  SELECT FROM union_ref w WHERE w.id = m.union_id AND starts_with(w.path, named.path))`;

function namingsSql({ namings }: DeskFilter, bind: (value: unknown) => string): string {
  const services = bind(namings.map(({ serviceId }) => serviceId));
  const paths = bind(namings.map(({ unionPath }) => unionPath));
  return `unnest(${services}::uuid[], ${paths}::text[]) AS named(service_id, path)`;
}

/** Which matters lie on the desk, of those that come there in one of its ways. */
function ofDesk(tx: Transaction, filter: DeskFilter, bind: (value: unknown) => string): string[] {
  const { desk } = filter;
  const conditions = narrowing(filter, bind);
  if (desk === 'all') return conditions;
  if (desk === 'followUps') return [isToFollow, ...conditions];
  if (desk === 'overdue') conditions.push(`m.due_at < ${bind(tx.now)} AND m.paused_on IS NULL`);
  return [desk === 'toTake' ? `m.state = 'sent'` : isOpen, ...conditions];
}

/**
 * The matters of a desk, of each union and each way in which they come there as many as a page has, by an index: what others
 * have is not read.
 * @param part the first rows of an owner, in brackets
 */
function deskSql(
  filter: DeskFilter,
  bind: (value: unknown) => string,
  part: (owner: string) => string,
): string {
  const { desk, personId, unionIds } = filter;
  if (desk === 'mine')
    return `${part(`m.handler_id = ${bind(personId)}::uuid`)}
      UNION ${part(`m.colleague_ids @> ARRAY[${bind(personId)}::uuid]`)}`;
  const own = `unnest(${bind(unionIds)}::uuid[]) AS own(id)`;
  const had = part('m.union_id = own.id');
  // Written where it is used alone, as each writing binds its values.
  const ofNamed = (): string => {
    const named = part(`m.named_only AND m.service_id = named.service_id AND ${isBelowNamed}`);
    return `SELECT f.* FROM ${namingsSql(filter, bind)} CROSS JOIN LATERAL ${named} AS f`;
  };
  const ofUnions = `SELECT f.* FROM ${own} CROSS JOIN LATERAL ${had} AS f`;
  if (desk === 'all') return ofUnions;
  if (desk === 'followUps') return `${ofUnions} UNION ${ofNamed()}`;
  const ofOffices = `SELECT f.* FROM ${own} CROSS JOIN LATERAL (${had} UNION ${part('m.escalated_to = own.id')}) AS f`;
  return desk === 'toTake' ? `${ofOffices} UNION ${ofNamed()}` : ofOffices;
}

/** By when a matter is due holds as long as its time runs, see `dueOf`. */
const orderSqls: Readonly<Record<(typeof matterOrders)[number], OrderSql>> = {
  dueAt: {
    value: 'm.due_at',
    type: 'timestamptz',
    hasValue: `${isOpen} AND m.paused_on IS NULL`,
    id: 'm.id',
  },
  sentAt: { value: 'm.sent_at', type: 'timestamptz', hasValue: 'true', id: 'm.id' },
};

/** What ends first stands first. */
const orderOfFollowUps: OrderSql = { value: 'm.next_due_on', type: 'date', hasValue: 'true', id: 'm.id' };

/** The order of a desk where none is asked for: what waits keeps its place by its day. */
function byDeadline(cursor: string | undefined, limit: number): OrderPart {
  const [value, id] = decodeCursor(cursor, 2) ?? [];
  const after = id === undefined ? null : { value: String(value), id: String(id) };
  return { hasValue: true, direction: 'ASC', after, limit };
}

function narrowing(filter: DeskFilter, bind: (value: unknown) => string): string[] {
  const { serviceId, number, topic } = filter;
  return [
    ...(serviceId === undefined ? [] : [`m.service_id = ${bind(serviceId)}::uuid`]),
    ...(number === undefined ? [] : [`m.number = ${bind(number)}`]),
    ...(topic === undefined
      ? []
      : [
          `coalesce(m.topic, m.proposed_topic) = ${bind(topic)}`,
          // Whoever does not see what a matter is about does not find it by that.
          `(NOT m.named_only OR EXISTS (SELECT FROM ${namingsSql(filter, bind)}
             WHERE named.service_id = m.service_id AND ${isBelowNamed}))`,
        ]),
  ];
}

function and(conditions: readonly string[]): string {
  return conditions.map((condition) => `AND ${condition}`).join(' ');
}
