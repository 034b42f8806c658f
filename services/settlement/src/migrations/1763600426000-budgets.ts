import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a union means to spend in a year, by expense code, and what a score has cost: budgets with their versions, and scores. */
export class Budgets1763600426000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE budget (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        union_id      uuid NOT NULL,
        year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        -- 1 for the first of the year, then one more for each amendment.
        number        integer NOT NULL CHECK (number > 0),
        state         text NOT NULL CHECK (state IN ('draft', 'submitted', 'adopted', 'superseded')),
        reason        text,
        return_reason text,
        created_by    uuid NOT NULL,
        created_at    timestamptz NOT NULL,
        submitted_by  uuid,
        submitted_at  timestamptz,
        adopted_by    uuid,
        adopted_at    timestamptz,
        UNIQUE (union_id, year, number),
        CHECK ((number = 1) = (reason IS NULL)),
        CHECK ((state = 'draft') = (submitted_by IS NULL)),
        CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
        CHECK ((state IN ('adopted', 'superseded')) = (adopted_by IS NOT NULL)),
        CHECK ((adopted_by IS NULL) = (adopted_at IS NULL)),
        -- Nobody adopts what he submitted himself.
        CHECK (adopted_by <> submitted_by)
      );
      -- One budget of a year is in force.
      CREATE UNIQUE INDEX budget_adopted ON budget (union_id, year) WHERE state = 'adopted';

      CREATE TABLE budget_line (
        budget_id    uuid NOT NULL REFERENCES budget,
        expense_code text NOT NULL,
        amount_fen   bigint NOT NULL CHECK (amount_fen >= 0),
        note         text,
        PRIMARY KEY (budget_id, expense_code)
      );

      CREATE TABLE activity_score (
        activity_id uuid PRIMARY KEY,
        score       double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
        computed_at timestamptz NOT NULL
      );

      -- What a union bore in a year: its shares, without reading those of all others.
      CREATE INDEX cost_share_party ON cost_share (party_kind, party_id, cost_pool_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cost_share_party;
      DROP TABLE activity_score, budget_line, budget;
    `);
  }
}
