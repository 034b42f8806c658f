import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps on the way to a decision, each with a rule of its own, and those who work on a matter together. */
export class MatterSteps1766500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter ADD COLUMN colleague_ids uuid[] NOT NULL DEFAULT '{}';
      -- Colleagues look for what they work on, and a merge for what somebody works on.
      CREATE INDEX matter_colleagues ON matter USING gin (colleague_ids);
      CREATE TABLE matter_step_mark (
        id            uuid PRIMARY KEY,
        matter_id     uuid NOT NULL REFERENCES matter,
        step_id       text NOT NULL,
        written_by    uuid NOT NULL,
        at            timestamptz NOT NULL,
        sealed_words  text,
        -- What stands in public: the only part of a matter that is not sealed.
        public_text   text,
        notice_from   date,
        notice_until  date,
        taken_back_at timestamptz,
        CHECK (public_text IS NULL OR (notice_from IS NOT NULL AND notice_until IS NOT NULL))
      );
      CREATE INDEX matter_step_mark_matter ON matter_step_mark (matter_id, at);
      -- Anybody lists the notices by their last day, and few of the marks are notices.
      CREATE INDEX matter_step_mark_notice ON matter_step_mark (notice_until DESC, id DESC)
        WHERE public_text IS NOT NULL AND taken_back_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_step_mark; ALTER TABLE matter DROP COLUMN colleague_ids');
  }
}
