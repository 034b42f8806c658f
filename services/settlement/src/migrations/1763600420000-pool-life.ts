import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes before and after the split of a pool: plans, supplements, the loans of its activity, and its trail. */
export class PoolLife1763600420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cost_pool
        -- The pool of the activity that this one adds to: never another supplement, so that a chain is one look at an index.
        ADD COLUMN supplement_of uuid REFERENCES cost_pool CHECK (supplement_of <> id),
        -- Of what the earlier pools had come to when the shares were computed.
        ADD COLUMN prior_hash text,
        ADD COLUMN usage_reason text,
        ADD COLUMN subsidy_returned_fen bigint NOT NULL DEFAULT 0,
        -- The source gets no more back than it gave.
        ADD CONSTRAINT cost_pool_subsidy_returned CHECK (subsidy_returned_fen BETWEEN 0 AND coalesce(subsidy_fen, 0));
      DROP INDEX cost_pool_activity;
      -- One pool an activity, supplements apart; one that was reversed makes room for its correction.
      CREATE UNIQUE INDEX cost_pool_activity ON cost_pool (activity_id) WHERE state <> 'reversed' AND supplement_of IS NULL;
      -- One supplement after another: each rests on what the ones before it came to.
      CREATE UNIQUE INDEX cost_pool_supplement_open ON cost_pool (supplement_of) WHERE state NOT IN ('approved', 'reversed');
      -- The supplements of a pool, the earliest first.
      CREATE INDEX cost_pool_chain ON cost_pool (supplement_of, id);

      -- What was refunded: no party gets back more than its share, and no bill more than it was.
      ALTER TABLE cost_share ADD COLUMN returned_fen bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT cost_share_returned CHECK (returned_fen BETWEEN 0 AND amount_fen);
      ALTER TABLE cost_item ADD COLUMN returned_fen bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT cost_item_returned CHECK (returned_fen BETWEEN 0 AND amount_fen);

      -- What is expected to be spent, before the bills come.
      CREATE TABLE planned_item (
        cost_pool_id uuid NOT NULL REFERENCES cost_pool,
        id           uuid NOT NULL,
        title        text NOT NULL,
        expense_code text NOT NULL,
        amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
        created_by   uuid NOT NULL,
        created_at   timestamptz NOT NULL,
        PRIMARY KEY (cost_pool_id, id)
      );

      -- What participants paid themselves: neither split nor posted.
      CREATE TABLE self_payment (
        cost_pool_id   uuid NOT NULL REFERENCES cost_pool,
        id             uuid NOT NULL,
        title          text NOT NULL,
        heads          integer NOT NULL CHECK (heads > 0),
        amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
        collector_kind text NOT NULL,
        collector_id   uuid NOT NULL,
        -- The union behind the collector, which records it.
        union_id       uuid NOT NULL,
        created_by     uuid NOT NULL,
        created_at     timestamptz NOT NULL,
        PRIMARY KEY (cost_pool_id, id)
      );

      -- The things that were borrowed for an activity and handed over, as sharing tells of them.
      CREATE TABLE loan_use (
        loan_id           uuid PRIMARY KEY,
        version           integer NOT NULL,
        activity_id       uuid NOT NULL,
        borrower_union_id uuid NOT NULL,
        title             text NOT NULL,
        pieces            integer NOT NULL CHECK (pieces > 0),
        handed_over_at    timestamptz NOT NULL,
        -- The return, or the agreed end while it is out.
        until             timestamptz NOT NULL,
        is_returned       boolean NOT NULL
      );
      CREATE INDEX loan_use_activity ON loan_use (activity_id, loan_id);

      -- Who did what to a pool, and when. It outlives the pool, so it refers to none.
      CREATE TABLE pool_step (
        cost_pool_id uuid NOT NULL,
        number       integer NOT NULL,
        kind         text NOT NULL,
        done_by      uuid,
        done_at      timestamptz NOT NULL,
        subject      text,
        amount_fen   bigint,
        reason       text,
        PRIMARY KEY (cost_pool_id, number)
      );
      -- What is known of the pools from before; who opened them is not.
      INSERT INTO pool_step (cost_pool_id, number, kind, done_by, done_at, subject, amount_fen)
        SELECT id, row_number() OVER (PARTITION BY id ORDER BY at, rank), kind, by, at, subject, amount
        FROM (
          SELECT id, 0 AS rank, 'opened' AS kind, NULL::uuid AS by, created_at AS at, NULL AS subject, NULL::bigint AS amount FROM cost_pool
          UNION ALL SELECT cost_pool_id, 1, 'itemAdded', created_by, created_at, title, amount_fen FROM cost_item
          UNION ALL SELECT id, 2, 'submitted', submitted_by, submitted_at, NULL, total_fen FROM cost_pool WHERE submitted_by IS NOT NULL
          UNION ALL SELECT id, 3, 'approved', approved_by, approved_at, NULL, total_fen FROM cost_pool WHERE approved_by IS NOT NULL
        ) AS known;
    `);
    await makeAppendOnly(runner, 'pool_step');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE pool_step, loan_use, self_payment, planned_item;
      ALTER TABLE cost_item DROP COLUMN returned_fen;
      ALTER TABLE cost_share DROP COLUMN returned_fen;
      DROP INDEX cost_pool_chain, cost_pool_supplement_open, cost_pool_activity;
      ALTER TABLE cost_pool DROP COLUMN subsidy_returned_fen, DROP COLUMN usage_reason, DROP COLUMN prior_hash,
        DROP COLUMN supplement_of;
      CREATE UNIQUE INDEX cost_pool_activity ON cost_pool (activity_id) WHERE state <> 'reversed';
    `);
  }
}
