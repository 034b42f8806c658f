import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided holds until a day, and the next one is due before it. */
export class FollowUps1767362000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter ADD COLUMN holds_until date, ADD COLUMN next_due_on date, ADD COLUMN followed_up_at timestamptz,
        ADD CONSTRAINT matter_next_due CHECK ((next_due_on IS NULL) = (holds_until IS NULL) AND next_due_on <= holds_until);
      -- The desk of what is due again is walked from its end, in each union; there are few beside all matters.
      CREATE INDEX matter_follow_ups ON matter (union_id, next_due_on, id)
        WHERE next_due_on IS NOT NULL AND followed_up_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE matter DROP COLUMN holds_until, DROP COLUMN next_due_on, DROP COLUMN followed_up_at',
    );
  }
}
