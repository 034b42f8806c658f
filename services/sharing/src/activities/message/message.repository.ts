import { Injectable } from '@nestjs/common';
import type {
  ListMessagesRequest,
  MessageFilter,
} from '@gongxiang/contracts/sharing/activities/message.contract';
import { type SeatState, seatStates } from '@gongxiang/contracts/sharing/sharing-events';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { MoreThan } from 'typeorm';
import { MessageRow } from './message.entity.js';

interface Recipient {
  readonly personId: string;
  readonly state: SeatState;
}

/** The audience of a filter among those who had signed up by a time. */
interface Audience {
  readonly activityId: string;
  readonly filter: MessageFilter;
  readonly until: Date;
}

const audienceSql = `registration r WHERE r.activity_id = $1 AND r.state = ANY($2) AND r.registered_at <= $3
  AND ($4::uuid[] IS NULL OR r.pool_id = ANY($4))
  AND ($5::uuid[] IS NULL OR EXISTS (
    SELECT 1 FROM member_ref m JOIN union_ref u ON u.id IN (m.union_id, m.served_by_union_id) JOIN union_ref f ON f.id = ANY($5)
    WHERE m.person_id = r.person_id AND starts_with(u.path, f.path)))`;

@Injectable()
export class MessageRepository {
  async insert(tx: Transaction, row: MessageRow): Promise<void> {
    await tx.sql.insert(MessageRow, row);
  }

  async update(tx: Transaction, row: MessageRow): Promise<void> {
    await tx.sql.update(MessageRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** Sending and withdrawing serialise on this lock. */
  lockById(tx: Transaction, activityId: string, id: string): Promise<MessageRow | null> {
    return tx.sql.findOne(MessageRow, { where: { activityId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first. */
  list(tx: Transaction, { activityId, cursor, limit }: ListMessagesRequest): Promise<MessageRow[]> {
    const query = tx.sql
      .createQueryBuilder(MessageRow, 'm')
      .where('m.activityId = :activityId', { activityId })
      .orderBy('m.id', 'DESC');
    const from = decodeCursor(cursor, 1);
    if (from !== null) query.andWhere('m.id < :id', { id: from[0] });
    return query.limit(rowsFor(limit)).getMany();
  }

  countSince(tx: Transaction, activityId: string, since: Date): Promise<number> {
    return tx.sql.countBy(MessageRow, { activityId, createdAt: MoreThan(since) });
  }

  async countRecipients(tx: Transaction, audience: Audience): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM ${audienceSql}`,
      valuesOf(audience),
    );
    return rows[0]?.count ?? 0;
  }

  /** In id order. */
  recipients(
    tx: Transaction,
    audience: Audience,
    afterId: string | null,
    limit: number,
  ): Promise<Recipient[]> {
    return tx.sql.query(
      `SELECT r.person_id AS "personId", r.state FROM ${audienceSql}
       AND ($6::uuid IS NULL OR r.person_id > $6) ORDER BY r.person_id LIMIT $7`,
      [...valuesOf(audience), afterId, limit],
    );
  }
}

function valuesOf({ activityId, filter, until }: Audience): unknown[] {
  const { states, poolIds, unionIds } = filter;
  return [activityId, states ?? seatStates, until, poolIds ?? null, unionIds ?? null];
}
