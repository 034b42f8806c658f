import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import type { Transaction } from '@gongxiang/persistence';
import type { EntityManager } from 'typeorm';

/** A message of which its provider may know by now what became of it. */
export interface AwaitedReceipt {
  readonly messageId: string;
  readonly addressId: string;
  readonly sealedAddress: string;
  readonly sentAt: Date;
}

@Injectable()
export class ReceiptRepository {
  /** Without a transaction, as it is asked all the time. */
  async isSomethingDue(sql: EntityManager, channel: NoticeChannel, now: Date): Promise<boolean> {
    const rows: unknown[] = await sql.query(
      `SELECT 1 FROM delivery WHERE channel = $1 AND receipt_at <= $2 LIMIT 1`,
      [channel, now],
    );
    return rows.length > 0;
  }

  /** Takes the next for a while: whoever dies with them loses them to another one, who asks again. */
  async claim(
    tx: Transaction,
    channel: NoticeChannel,
    { limit, until }: { readonly limit: number; readonly until: Date },
  ): Promise<AwaitedReceipt[]> {
    const [rows]: [AwaitedReceipt[], number] = await tx.sql.query(
      `UPDATE delivery d SET receipt_at = $3 FROM (
         SELECT id FROM delivery WHERE channel = $1 AND receipt_at <= $2
         ORDER BY receipt_at, id LIMIT $4 FOR UPDATE SKIP LOCKED) AS next, notice_address a
       WHERE d.id = next.id AND a.id = d.address_id
       RETURNING d.message_id AS "messageId", a.id AS "addressId", a.sealed_address AS "sealedAddress",
         d.ended_at AS "sentAt"`,
      [channel, tx.now, until, limit],
    );
    return rows;
  }

  /** All that left with one message has become the same. */
  async settle(
    tx: Transaction,
    messageId: string,
    { state, reason }: { readonly state: 'delivered' | 'failed'; readonly reason: string | null },
  ): Promise<void> {
    await tx.sql.query(
      `UPDATE delivery SET state = $2, reason = $3, receipt_at = NULL WHERE message_id = $1 AND state = 'sent'`,
      [messageId, state, reason],
    );
  }

  /** @param at null where it is not asked any more */
  async postpone(tx: Transaction, messageId: string, at: Date | null): Promise<void> {
    await tx.sql.query(`UPDATE delivery SET receipt_at = $2 WHERE message_id = $1 AND state = 'sent'`, [
      messageId,
      at,
    ]);
  }
}
