import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Clubs and groups write to their own people. `republish group` of membership fills in who leads the groups of before.
 */
export class AnnouncementWriters1766811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE announcement ADD COLUMN writer text NOT NULL DEFAULT 'union'
        CONSTRAINT announcement_writer_check CHECK (writer IN ('union', 'club', 'group'));
      -- A club or a group is heard by its own people alone, so that the audience says which one writes.
      ALTER TABLE announcement ADD CONSTRAINT announcement_writer_audience
        CHECK (writer = 'union' OR writer = audience_kind) NOT VALID;
      ALTER TABLE announcement VALIDATE CONSTRAINT announcement_writer_audience;
      -- What a club or a group has written, the newest first, and how much of it in a week.
      CREATE INDEX announcement_of_writer ON announcement (audience_id, id DESC) WHERE writer <> 'union';

      ALTER TABLE group_ref ADD COLUMN leader_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE group_ref DROP COLUMN leader_id;
      DROP INDEX announcement_of_writer;
      ALTER TABLE announcement DROP COLUMN writer;
    `);
  }
}
