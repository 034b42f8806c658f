import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The addresses under which calendars fetch what a person takes part in. */
export class CalendarFeeds1763600280000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feed (
        id              uuid PRIMARY KEY,
        person_id       uuid NOT NULL,
        name            text NOT NULL,
        -- The address itself is known to the person's calendar alone.
        token_hash      text NOT NULL UNIQUE,
        locale          text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
        created_at      timestamptz NOT NULL,
        last_fetched_on date
      );
      -- A person's own, the newest first.
      CREATE INDEX calendar_feed_person ON calendar_feed (person_id, id DESC);
      -- What the members of a union can still sign up for: where it organises, and where it is a co-host.
      CREATE INDEX activity_sign_up ON activity (union_id, sign_up_closes_at) WHERE state = 'published';
      CREATE INDEX activity_sign_up_co_hosts ON activity USING gin (co_hosts jsonb_path_ops) WHERE state = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX activity_sign_up_co_hosts, activity_sign_up');
    await runner.query('DROP TABLE calendar_feed');
  }
}
