import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups of unions and who is in them, as membership tells: announcements go to them, and activities may be for them. `republish group`
 * and `republish group-member` of membership fill them with those of before.
 */
export class Groups1766800150010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_ref (
        id       uuid PRIMARY KEY,
        version  integer NOT NULL,
        union_id uuid NOT NULL,
        name     text NOT NULL,
        active   boolean NOT NULL
      );
      CREATE TABLE group_member_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        group_id   uuid NOT NULL,
        person_id  uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to   date CHECK (valid_to >= valid_from)
      );
      -- Whether somebody is in a group, for each member of an audience and each sign-up.
      CREATE INDEX group_member_ref_of_person ON group_member_ref (person_id, group_id);

      ALTER TABLE announcement DROP CONSTRAINT announcement_audience_kind_check;
      ALTER TABLE announcement ADD CONSTRAINT announcement_audience_kind_check
        CHECK (audience_kind IN ('union', 'club', 'group', 'registered', 'attended', 'notReached')) NOT VALID;
      ALTER TABLE announcement VALIDATE CONSTRAINT announcement_audience_kind_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM announcement WHERE audience_kind = 'group';
      ALTER TABLE announcement DROP CONSTRAINT announcement_audience_kind_check;
      ALTER TABLE announcement ADD CONSTRAINT announcement_audience_kind_check
        CHECK (audience_kind IN ('union', 'club', 'registered', 'attended', 'notReached'));
      DROP TABLE group_member_ref;
      DROP TABLE group_ref;
    `);
  }
}
