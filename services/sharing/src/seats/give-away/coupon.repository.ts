import { Injectable } from '@nestjs/common';
import type { CouponState, CouponTotals } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { CouponRow } from './give-away.entity.js';

interface Cut {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A coupon with its owner, and where it was redeemed. */
export interface ListedCoupon {
  readonly id: string;
  readonly registrationId: string;
  readonly personId: string;
  readonly maskedName: string;
  readonly number: number;
  readonly state: CouponState;
  readonly issuedAt: Date;
  readonly redeemedAt: Date | null;
  readonly pointName: string | null;
}

/** A person's own coupon, with what it is for. */
export interface OwnCoupon extends Omit<
  ListedCoupon,
  'registrationId' | 'personId' | 'maskedName' | 'issuedAt'
> {
  readonly activityId: string;
  readonly activityTitle: string;
  readonly timeZone: string;
  readonly sealedCode: string;
  readonly title: string;
  readonly faceValueFen: string | null;
  readonly merchantId: string | null;
  readonly merchantName: string;
  readonly howTo: string;
  readonly redeemFrom: Date;
  readonly redeemUntil: Date;
  readonly claimHours: number | null;
}

/** A head with a seat and without a coupon. */
interface CouponlessHead {
  readonly personId: string;
  readonly number: number;
}

/** The redemption of a coupon that was not undone. */
const redeemedWhere = `LEFT JOIN redemption d ON d.activity_id = c.activity_id AND d.coupon_id = c.id AND d.undone_at IS NULL
  LEFT JOIN redeeming_point p ON p.activity_id = d.activity_id AND p.id = d.point_id`;

@Injectable()
export class CouponRepository {
  lockByCode(tx: Transaction, activityId: string, codeHash: string): Promise<CouponRow | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.sql.findOne(CouponRow, { where: { activityId, codeHash }, lock });
  }

  lockById(tx: Transaction, activityId: string, id: string): Promise<CouponRow | null> {
    return tx.sql.findOne(CouponRow, { where: { activityId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(tx: Transaction, row: CouponRow): Promise<void> {
    await tx.sql.update(CouponRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** Heads with a seat and no valid coupon, up to the limit. */
  async missing(tx: Transaction, activityId: string, limit: number): Promise<CouponlessHead[]> {
    return tx.sql.query(
      `SELECT r.person_id AS "personId", n.number FROM registration r
       CROSS JOIN LATERAL generate_series(1, r.heads) AS n(number)
       WHERE r.activity_id = $1 AND r.state = 'confirmed' AND NOT EXISTS (
         SELECT 1 FROM coupon c WHERE c.activity_id = r.activity_id AND c.person_id = r.person_id
           AND c.number = n.number AND c.state <> 'void')
       LIMIT $2`,
      [activityId, limit],
    );
  }

  /** @returns the owners of the inserted coupons; a head that got one meanwhile is left out */
  async insert(tx: Transaction, rows: readonly CouponRow[]): Promise<string[]> {
    if (rows.length === 0) return [];
    const column = (of: (row: CouponRow) => unknown): unknown[] => rows.map(of);
    const inserted: { personId: string }[] = await tx.sql.query(
      `INSERT INTO coupon (activity_id, id, version, person_id, number, state, code_hash, sealed_code, issued_at)
       SELECT u.* FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::int[], $6::text[], $7::text[],
         $8::text[], $9::timestamptz[]) AS u
       ON CONFLICT (activity_id, person_id, number) WHERE state <> 'void' DO NOTHING RETURNING person_id AS "personId"`,
      [
        column((row) => row.activityId),
        column((row) => row.id),
        column((row) => row.version),
        column((row) => row.personId),
        column((row) => row.number),
        column((row) => row.state),
        column((row) => row.codeHash),
        column((row) => row.sealedCode),
        column((row) => row.issuedAt),
      ],
    );
    return inserted.map(({ personId }) => personId);
  }

  /** Voids coupons whose heads have no seat any more, up to the limit. @returns their owners */
  voidSeatless(tx: Transaction, activityId: string, limit: number): Promise<string[]> {
    const seatless = `NOT EXISTS (
      SELECT 1 FROM registration r JOIN activity a ON a.id = r.activity_id
      WHERE r.activity_id = c.activity_id AND r.person_id = c.person_id AND r.state = 'confirmed'
        AND r.heads >= c.number AND a.state <> 'cancelled')`;
    return this.voidWhere(tx, activityId, seatless, limit);
  }

  /** Voids all unredeemed coupons: the give-away is over. @returns their owners */
  voidAll(tx: Transaction, activityId: string): Promise<string[]> {
    return this.voidWhere(tx, activityId, 'true', null);
  }

  private async voidWhere(
    tx: Transaction,
    activityId: string,
    condition: string,
    limit: number | null,
  ): Promise<string[]> {
    // The driver answers an UPDATE with its rows and their count.
    const [voided]: [{ personId: string }[], number] = await tx.sql.query(
      `UPDATE coupon SET state = 'void', voided_at = $2, version = version + 1
       WHERE activity_id = $1 AND state = 'issued' AND id IN (
         SELECT c.id FROM coupon c WHERE c.activity_id = $1 AND c.state = 'issued' AND ${condition} LIMIT $3)
       RETURNING person_id AS "personId"`,
      [activityId, tx.now, limit],
    );
    return voided.map(({ personId }) => personId);
  }

  /** In the order in which they were issued. */
  list(
    tx: Transaction,
    { activityId, state, cursor, limit }: Cut & { activityId: string; state?: CouponState },
  ): Promise<ListedCoupon[]> {
    const [after] = decodeCursor(cursor, 1) ?? [null];
    return this.listed(
      tx,
      `c.activity_id = $1 AND ($2::uuid IS NULL OR c.id > $2) AND ($3::text IS NULL OR c.state = $3)
       ORDER BY c.id LIMIT $4`,
      [activityId, after, state ?? null, rowsFor(limit)],
    );
  }

  async findListed(tx: Transaction, activityId: string, id: string): Promise<ListedCoupon | null> {
    const [found] = await this.listed(tx, 'c.activity_id = $1 AND c.id = $2', [activityId, id]);
    return found ?? null;
  }

  private listed(tx: Transaction, condition: string, values: readonly unknown[]): Promise<ListedCoupon[]> {
    return tx.sql.query(
      `SELECT c.id, r.id AS "registrationId", c.person_id AS "personId",
              coalesce(m.masked_name, '*') AS "maskedName", c.number, c.state,
              c.issued_at AS "issuedAt", d.redeemed_at AS "redeemedAt", p.name AS "pointName"
       FROM coupon c JOIN registration r ON r.activity_id = c.activity_id AND r.person_id = c.person_id
       LEFT JOIN member_ref m ON m.person_id = c.person_id ${redeemedWhere} WHERE ${condition}`,
      [...values],
    );
  }

  async totals(tx: Transaction, activityId: string): Promise<CouponTotals> {
    const rows: { state: CouponState; count: number }[] = await tx.sql.query(
      `SELECT state, count(*)::int AS count FROM coupon WHERE activity_id = $1 GROUP BY state`,
      [activityId],
    );
    const of = (state: CouponState): number => rows.find((row) => row.state === state)?.count ?? 0;
    return { issued: of('issued'), redeemed: of('redeemed'), void: of('void') };
  }

  /** A person's own coupons, newest first, as long as the give-away exists. */
  own(
    tx: Transaction,
    personId: string,
    { activityId, cursor, limit }: Cut & { activityId?: string },
  ): Promise<OwnCoupon[]> {
    const [before] = decodeCursor(cursor, 1) ?? [null];
    return tx.sql.query(
      `SELECT c.id, c.activity_id AS "activityId", a.title AS "activityTitle", a.time_zone AS "timeZone", c.number,
              c.state, c.sealed_code AS "sealedCode", d.redeemed_at AS "redeemedAt", p.name AS "pointName", g.title,
              g.face_value_fen AS "faceValueFen", g.merchant_id AS "merchantId", g.merchant_name AS "merchantName",
              g.how_to AS "howTo", g.redeem_from AS "redeemFrom", g.redeem_until AS "redeemUntil",
              g.claim_hours AS "claimHours"
       FROM coupon c JOIN activity a ON a.id = c.activity_id JOIN give_away g ON g.activity_id = c.activity_id
       ${redeemedWhere}
       WHERE c.person_id = ANY(person_ids($1)) AND ($2::uuid IS NULL OR c.id < $2) AND ($3::uuid IS NULL OR c.activity_id = $3)
       ORDER BY c.id DESC LIMIT $4`,
      [personId, before, activityId ?? null, rowsFor(limit)],
    );
  }

  /** Holders of unredeemed coupons, in id order. */
  async holders(tx: Transaction, activityId: string, after: string | null, limit: number): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT person_id AS "personId" FROM coupon
       WHERE activity_id = $1 AND state = 'issued' AND ($2::uuid IS NULL OR person_id > $2)
       ORDER BY person_id LIMIT $3`,
      [activityId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }
}
