import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { CardIssuerRow, CardRow } from './card.entity.js';

export type ListedCard = CardRow & { readonly unionName: string };

/** The membership for which a card is issued. */
export interface CardMembership {
  readonly id: string;
  readonly unionName: string;
}

@Injectable()
export class CardRepository {
  /** Locked, so that a card is issued before the membership ends or not at all; null without an open one. */
  async lockMembership(tx: Transaction, personId: string): Promise<CardMembership | null> {
    const rows: CardMembership[] = await tx.sql.query(
      `SELECT m.id, u.name AS "unionName" FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = $1 AND m.state <> 'ended' FOR SHARE OF m`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** Locked in the same way against the sign-out. */
  async lockSession(tx: Transaction, sessionId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM sign_in_session WHERE id = $1 AND revoked_at IS NULL FOR SHARE`,
      [sessionId],
    );
    return rows.length > 0;
  }

  lockOfDevice(tx: Transaction, personId: string, deviceKey: string): Promise<CardRow | null> {
    return tx.sql
      .createQueryBuilder(CardRow, 'c')
      .setLock('pessimistic_write')
      .where('c.personId = :personId AND c.deviceKey = :deviceKey AND c.revokedAt IS NULL', {
        personId,
        deviceKey,
      })
      .getOne();
  }

  lockById(tx: Transaction, id: string): Promise<CardRow | null> {
    return tx.sql.findOne(CardRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: CardRow): Promise<void> {
    await tx.sql.insert(CardRow, row);
  }

  async update(tx: Transaction, { id, ...row }: CardRow): Promise<void> {
    await tx.sql.update(CardRow, { id }, row);
  }

  /** Of a person, the newest first. */
  list(
    tx: Transaction,
    { personId, cursor, limit }: { personId: string; cursor?: string; limit?: number },
  ): Promise<ListedCard[]> {
    const after = decodeCursor(cursor, 1)?.[0] ?? null;
    return tx.sql.query(
      `SELECT c.id, c.version, c.serial, c.person_id AS "personId", c.membership_id AS "membershipId",
         c.session_id AS "sessionId", c.device_key AS "deviceKey", c.issued_at AS "issuedAt",
         c.valid_until AS "validUntil", c.revoked_at AS "revokedAt", c.revoked_by AS "revokedBy", u.name AS "unionName"
       FROM member_card c JOIN union_membership m ON m.id = c.membership_id JOIN labour_union u ON u.id = m.union_id
       WHERE c.person_id = $1 AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
      [personId, after, rowsFor(limit)],
    );
  }

  async unionNameOf(tx: Transaction, membershipId: string): Promise<string> {
    const rows: { name: string }[] = await tx.sql.query(
      `SELECT u.name FROM union_membership m JOIN labour_union u ON u.id = m.union_id WHERE m.id = $1`,
      [membershipId],
    );
    return rows[0]?.name ?? '';
  }

  /** Serials of revoked cards that have not expired, the newest first, and how many there are. */
  async revoked(tx: Transaction, limit: number): Promise<{ serials: string[]; count: number }> {
    const rows: { serial: string; count: number }[] = await tx.sql.query(
      `SELECT serial, (count(*) OVER ())::int AS count FROM member_card
       WHERE revoked_at IS NOT NULL AND valid_until > $1 ORDER BY revoked_at DESC LIMIT $2`,
      [tx.now, limit],
    );
    return { serials: rows.map(({ serial }) => serial), count: rows[0]?.count ?? 0 };
  }

  /** Serialises the making of a key until the commit. */
  async lockIssuers(tx: Transaction): Promise<void> {
    await tx.sql.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.card_issuer', 0))`,
    );
  }

  /** The newest first. */
  issuers(tx: Transaction): Promise<CardIssuerRow[]> {
    return tx.sql.find(CardIssuerRow, { order: { createdAt: 'DESC' } });
  }

  async insertIssuer(tx: Transaction, row: CardIssuerRow): Promise<void> {
    await tx.sql.insert(CardIssuerRow, row);
  }
}
