import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A waitlist may go by who came less often. The rule stands on the activity, which a sign-up reads anyway; how often
 * somebody came stands on his registration, so that the front of a line is still the front of an index.
 */
export class FairLines1763600396000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity ADD COLUMN waitlist_fair_share_days integer
        CHECK (waitlist_fair_share_days BETWEEN 1 AND 1095);
      ALTER TABLE registration ADD COLUMN came integer NOT NULL DEFAULT 0 CHECK (came >= 0);
      DROP INDEX registration_waitlist;
      -- The front of a waitlist, the place in it, and how many wait in it for each number of times.
      CREATE INDEX registration_waitlist ON registration (activity_id, pool_id, came, rank) INCLUDE (heads)
        WHERE state = 'waitlisted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX registration_waitlist;
      CREATE INDEX registration_waitlist ON registration (activity_id, pool_id, rank) INCLUDE (heads)
        WHERE state = 'waitlisted';
      ALTER TABLE registration DROP COLUMN came;
      ALTER TABLE activity DROP COLUMN waitlist_fair_share_days;
    `);
  }
}
