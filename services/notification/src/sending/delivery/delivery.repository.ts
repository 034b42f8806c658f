import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import { type Locale, networkTimeZone } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { defaultPreferences, type Preferences } from '../preference/send-time.model.js';
import { DeliveryRow, type DeliveryState } from './delivery.entity.js';
import { turnOfMany, turns } from './turn.js';

/** Somebody's address, with what they want. */
export interface Reachable {
  readonly addressId: string;
  readonly personId: string;
  readonly channel: NoticeChannel;
  readonly preferences: Preferences;
}

/** The notice that a delivery is of, as it is kept in the inbox. */
export interface SentNotice {
  readonly kind: NoticeKind;
  readonly cause: string;
  readonly why: NoticeReason;
  readonly about: Readonly<Record<string, string>>;
  readonly title: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly readAt: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly withdrawnAt: string | null;
  /** Of what waits: see `AwaitState.linkVersion`. */
  readonly linkVersion: number | null;
}

/** A claimed delivery with all that its message is made of. */
export interface ClaimedDelivery extends Pick<DeliveryRow, 'id' | 'what' | 'collapse' | 'dueAt'> {
  readonly addressId: string;
  readonly personId: string;
  readonly sealedAddress: string;
  readonly codeUntil: Date | null;
  readonly locale: Locale;
  /** Null where the inbox does not have it any more. */
  readonly notice: SentNotice | null;
}

/** What has become of a claimed delivery. */
export type DeliveryEnd = Pick<DeliveryRow, 'id' | 'reason'> & {
  /** Where the provider is asked later what became of it. */
  readonly receipt?: { readonly messageId: string; readonly at: Date };
  readonly state: Exclude<DeliveryState, 'waiting'>;
};

/**
 * What is for many waits its turn, for hours if need be, and a webhook that does not answer is its owner's to mend.
 * @returns when the oldest of what else waits and is due was wanted; null if nothing is
 */
export async function oldestDue(sql: DataSource, now: Date): Promise<Date | null> {
  const rows: { at: Date | null }[] = await sql.query(
    `SELECT min(due_at) AS at FROM delivery
     WHERE state = 'waiting' AND due_at <= $1 AND turn < $2 AND channel <> 'webhook'`,
    [now, turnOfMany],
  );
  return rows[0]?.at ?? null;
}

/** Messages of one text with the same outcome. */
export interface OutcomeCount {
  readonly channel: NoticeChannel;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly count: number;
}

/** Messages that ended on one day, in China, with the same outcome. */
export interface DayCount extends OutcomeCount {
  readonly date: string;
}

/** What is to be sent yet. */
export interface WaitingCount {
  readonly channel: NoticeChannel;
  readonly count: number;
  /** When the oldest that is late should have left. */
  readonly lateSince: Date | null;
}

/** A claimed delivery that is tried again. */
export type Postponed = Pick<DeliveryRow, 'id' | 'sendAt'>;

@Injectable()
export class DeliveryRepository {
  /** Where these people can be reached, of addresses that are proved. */
  async reachable(tx: Transaction, personIds: readonly string[]): Promise<Reachable[]> {
    const rows: (Omit<Reachable, 'preferences'> & { readonly preferences: Preferences | null })[] =
      await tx.sql.query(
        `SELECT a.id AS "addressId", a.person_id AS "personId", a.channel, CASE WHEN p.person_id IS NULL THEN NULL ELSE
         jsonb_build_object('locale', p.locale, 'quietFrom', p.quiet_from, 'quietTo', p.quiet_to, 'digest', p.digest,
           'channels', p.channels, 'refusedKinds', p.refused_kinds) END AS preferences
       FROM notice_address a LEFT JOIN notice_preference p ON p.person_id = a.person_id
       WHERE a.person_id = ANY($1) AND a.state = 'active' ORDER BY a.id`,
        [personIds],
      );
    return rows.map((row) => ({ ...row, preferences: row.preferences ?? defaultPreferences }));
  }

  /** What waits for the same address with the same `collapse` is replaced. */
  async insert(tx: Transaction, rows: readonly DeliveryRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.sql.query(
      `UPDATE delivery d SET state = 'dropped', reason = 'replaced', ended_at = $3, leased_until = NULL
       FROM unnest($1::uuid[], $2::text[]) AS n(address_id, collapse)
       WHERE d.address_id = n.address_id AND d.collapse = n.collapse AND d.state = 'waiting' AND d.leased_until IS NULL`,
      [rows.map(({ addressId }) => addressId), rows.map(({ collapse }) => collapse), tx.now],
    );
    await tx.sql.insert(DeliveryRow, [...rows]);
  }

  /** Without a transaction: an idle service asks this all the time. */
  async isSomethingDue(sql: EntityManager, channel: NoticeChannel, now: Date): Promise<boolean> {
    const rows: unknown[] = await sql.query(
      `SELECT 1 FROM delivery WHERE state = 'waiting' AND channel = $1 AND send_at <= $2 LIMIT 1`,
      [channel, now],
    );
    return rows.length > 0;
  }

  /**
   * Takes the next for a while, the most urgent first, what is for many last. A notice whose text has not been heard of
   * yet waits for it: the two come as events of their own, in either order. All turns are named, so that the index is read turn by
   * turn and what is to be sent later is passed over. Whoever dies with them loses them to another one then.
   */
  async claim(
    tx: Transaction,
    channel: NoticeChannel,
    { limit, until }: { readonly limit: number; readonly until: Date },
  ): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.sql.query(
      `UPDATE delivery d SET leased_until = $3 FROM (
         SELECT id FROM delivery WHERE state = 'waiting' AND channel = $1 AND send_at <= $2
           AND turn = ANY($5::smallint[]) AND (leased_until IS NULL OR leased_until <= $2)
           AND (text_id IS NULL OR EXISTS (SELECT FROM notice_text x WHERE x.id = text_id))
         ORDER BY turn, send_at, id LIMIT $4 FOR UPDATE SKIP LOCKED) AS next
       WHERE d.id = next.id RETURNING d.id`,
      [channel, tx.now, until, limit, turns],
    );
    return rows.map(({ id }) => id);
  }

  /** Oldest first. */
  async load(tx: Transaction, ids: readonly string[]): Promise<ClaimedDelivery[]> {
    return tx.sql.query(
      `SELECT d.id, d.what, d.collapse, d.due_at AS "dueAt", a.id AS "addressId", a.person_id AS "personId",
         a.sealed_address AS "sealedAddress", a.code_until AS "codeUntil",
         coalesce(p.locale, '${defaultPreferences.locale}') AS locale,
         CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('kind', n.kind, 'cause', n.cause, 'why', n.why, 'about', n.about,
           'title', n.title, 'values', n.values, 'timeZone', n.time_zone, 'readAt', n.read_at, 'subject', x.subject,
           'text', x.text, 'withdrawnAt', x.withdrawn_at, 'linkVersion', (SELECT w.link_version FROM awaiting w
             WHERE w.id = substring(n.cause FROM '^await/([0-9a-f-]{36})')::uuid)) END AS notice
       FROM delivery d JOIN notice_address a ON a.id = d.address_id
       LEFT JOIN notice n ON n.person_id = a.person_id AND n.id = d.notice_id
       LEFT JOIN notice_text x ON x.id = n.text_id
       LEFT JOIN notice_preference p ON p.person_id = a.person_id
       WHERE d.id = ANY($1) AND d.state = 'waiting' ORDER BY d.created_at, d.id`,
      [ids],
    );
  }

  async end(tx: Transaction, ends: readonly DeliveryEnd[]): Promise<void> {
    await tx.sql.query(
      `UPDATE delivery d SET state = e.state, reason = e.reason, ended_at = $2, leased_until = NULL,
         message_id = (e.receipt->>'messageId')::uuid, receipt_at = (e.receipt->>'at')::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, state text, reason text, receipt jsonb)
       WHERE d.id = e.id AND d.state = 'waiting'`,
      [JSON.stringify(ends), tx.now],
    );
  }

  async postpone(tx: Transaction, rows: readonly Postponed[]): Promise<void> {
    await tx.sql.query(
      `UPDATE delivery d SET send_at = p.at, leased_until = NULL FROM unnest($1::uuid[], $2::timestamptz[]) AS p(id, at)
       WHERE d.id = p.id AND d.state = 'waiting'`,
      [rows.map(({ id }) => id), rows.map(({ sendAt }) => sendAt)],
    );
  }

  async noteReached(tx: Transaction, addressIds: readonly string[]): Promise<void> {
    await tx.sql.query(`UPDATE notice_address SET reached_at = $2, failing_since = NULL WHERE id = ANY($1)`, [
      addressIds,
      tx.now,
    ]);
  }

  async noteFailing(tx: Transaction, addressIds: readonly string[]): Promise<void> {
    await tx.sql.query(
      `UPDATE notice_address SET failing_since = $2 WHERE id = ANY($1) AND failing_since IS NULL`,
      [addressIds, tx.now],
    );
  }

  /** What became of the messages of one text, by channel, state and reason. */
  outcomesOf(tx: Transaction, textId: string): Promise<OutcomeCount[]> {
    return tx.sql.query(
      `SELECT channel, state, reason, count(*)::int AS count FROM delivery WHERE text_id = $1
       GROUP BY channel, state, reason ORDER BY count DESC, channel, state, reason`,
      [textId],
    );
  }

  endedSince(tx: Transaction, from: Date): Promise<DayCount[]> {
    return tx.sql.query(
      `SELECT to_char(ended_at AT TIME ZONE '${networkTimeZone}', 'YYYY-MM-DD') AS date, channel, state, reason,
         count(*)::int AS count
       FROM delivery WHERE state <> 'waiting' AND ended_at >= $1
       GROUP BY 1, channel, state, reason`,
      [from],
    );
  }

  /** What is late is what `oldestDue` means. */
  waitingByChannel(tx: Transaction, lateBefore: Date): Promise<WaitingCount[]> {
    return tx.sql.query(
      `SELECT channel, count(*)::int AS count,
         min(due_at) FILTER (WHERE due_at <= $1 AND turn < $2 AND channel <> 'webhook') AS "lateSince"
       FROM delivery WHERE state = 'waiting' GROUP BY channel`,
      [lateBefore, turnOfMany],
    );
  }

  /** With all that waits for them. */
  async removeAddresses(tx: Transaction, addressIds: readonly string[]): Promise<void> {
    await tx.sql.query(`DELETE FROM notice_address WHERE id = ANY($1)`, [addressIds]);
  }

  /** Removes the oldest that have ended, and codes that were sent then. @returns of which there were more, at most `limit` */
  async erase(tx: Transaction, endedBefore: Date, limit: number): Promise<number> {
    const [codes]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM address_code WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM address_code WHERE at < $1 LIMIT $2)) RETURNING 1`,
      [endedBefore, limit],
    );
    const [rows]: [unknown[], number] = await tx.sql.query(
      `DELETE FROM delivery WHERE id = ANY(ARRAY(
         SELECT id FROM delivery WHERE state <> 'waiting' AND ended_at < $1 ORDER BY ended_at LIMIT $2)) RETURNING 1`,
      [endedBefore, limit],
    );
    return Math.max(codes.length, rows.length);
  }
}
