import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteNoticeWords } from './notice-words.js';

/** What is given away with an activity, the coupons for it, and the counters of the merchant at which they are redeemed. */
export class GiveAways1763600390000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE give_away (
        activity_id    uuid PRIMARY KEY REFERENCES activity,
        version        integer NOT NULL,
        title          text NOT NULL,
        face_value_fen bigint CHECK (face_value_fen > 0),
        merchant_id    uuid,
        merchant_name  text NOT NULL,
        how_to         text NOT NULL,
        redeem_from    timestamptz NOT NULL,
        redeem_until   timestamptz NOT NULL,
        claim_hours    integer CHECK (claim_hours BETWEEN 1 AND 336),
        CHECK (redeem_from < redeem_until)
      );

      CREATE TABLE coupon (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        version     integer NOT NULL,
        person_id   uuid NOT NULL,
        number      integer NOT NULL CHECK (number > 0),
        state       text NOT NULL CHECK (state IN ('issued', 'redeemed', 'void')),
        -- A counter finds it by the hash; the code itself opens for its holder alone.
        code_hash   text NOT NULL,
        sealed_code text NOT NULL,
        issued_at   timestamptz NOT NULL,
        voided_at   timestamptz,
        PRIMARY KEY (activity_id, id),
        FOREIGN KEY (activity_id, person_id) REFERENCES registration,
        CHECK ((state = 'void') = (voided_at IS NOT NULL))
      );
      -- One for each head, however often it is asked for; a seat that comes back has another.
      CREATE UNIQUE INDEX coupon_of_head ON coupon (activity_id, person_id, number) WHERE state <> 'void';
      -- Whoever redeems names the code.
      CREATE UNIQUE INDEX coupon_code ON coupon (code_hash);
      -- The list of an activity by state, and the totals.
      CREATE INDEX coupon_by_state ON coupon (activity_id, state, id);
      -- A person's own, the newest first.
      CREATE INDEX coupon_own ON coupon (person_id, id);

      CREATE TABLE redeeming_point (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        name        text NOT NULL,
        -- The address itself is known to the merchant alone.
        token_hash  text NOT NULL UNIQUE,
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        revoked_at  timestamptz,
        PRIMARY KEY (activity_id, id)
      );

      CREATE TABLE redemption (
        activity_id  uuid NOT NULL,
        id           uuid NOT NULL,
        coupon_id    uuid NOT NULL,
        point_id     uuid NOT NULL,
        -- Given by the device: a scan that is sent again finds its answer here.
        operation_id uuid NOT NULL,
        redeemed_at  timestamptz NOT NULL,
        undone_at    timestamptz,
        -- Null where the counter took it back itself, which needs no reason.
        undone_by    uuid,
        undo_reason  text,
        PRIMARY KEY (activity_id, id),
        FOREIGN KEY (activity_id, coupon_id) REFERENCES coupon,
        FOREIGN KEY (activity_id, point_id) REFERENCES redeeming_point,
        CHECK ((undone_by IS NULL) = (undo_reason IS NULL)),
        CHECK (undone_at IS NOT NULL OR undone_by IS NULL)
      );
      -- A coupon is redeemed once, whatever any code decides.
      CREATE UNIQUE INDEX redemption_once ON redemption (activity_id, coupon_id) WHERE undone_at IS NULL;
      CREATE UNIQUE INDEX redemption_operation ON redemption (activity_id, point_id, operation_id);
      -- What a counter did last, and how much; ids rise with time.
      CREATE INDEX redemption_of_point ON redemption (activity_id, point_id, id);
    `);
    await rewriteNoticeWords(runner, 'kind', (words) => [...words, 'couponUnredeemed']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE kind = 'couponUnredeemed'`);
    await rewriteNoticeWords(runner, 'kind', (words) => words.filter((word) => word !== 'couponUnredeemed'));
    await runner.query('DROP TABLE redemption, redeeming_point, coupon, give_away');
  }
}
