import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much one approver may pass, and how far an account may go below zero. Both are decisions: the newest holds. */
export class LedgerLimits1763600423200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE amount_limit (
        id        uuid PRIMARY KEY,
        union_id  uuid NOT NULL,
        -- Null: the limit was lifted.
        limit_fen bigint CHECK (limit_fen >= 0),
        reason    text NOT NULL,
        set_by    uuid NOT NULL,
        set_at    timestamptz NOT NULL
      );
      -- The decision on a union that holds, and its history.
      CREATE INDEX amount_limit_union ON amount_limit (union_id, id DESC);

      CREATE TABLE overdraft_rule (
        id         uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        limit_fen  bigint CHECK (limit_fen >= 0),
        reason     text NOT NULL,
        set_by     uuid NOT NULL,
        set_at     timestamptz NOT NULL
      );
      -- The rule of an account that holds, and its history.
      CREATE INDEX overdraft_rule_account ON overdraft_rule (account_id, id DESC);
    `);
    for (const table of ['amount_limit', 'overdraft_rule']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE overdraft_rule, amount_limit');
  }
}
