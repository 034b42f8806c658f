import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who belongs to a club, and since when: an activity may be for the members of clubs. */
export class ClubMembers1763600194100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE club_member (
        club_id    uuid NOT NULL REFERENCES organisation,
        person_id  uuid NOT NULL REFERENCES person,
        id         uuid NOT NULL UNIQUE,
        version    integer NOT NULL,
        valid_from date NOT NULL,
        valid_to   date,
        end_reason text,
        ended_by   uuid REFERENCES person,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (club_id, person_id),
        CHECK (valid_to >= valid_from),
        CHECK ((valid_to IS NULL) = (ended_by IS NULL)),
        CHECK (end_reason IS NULL OR valid_to IS NOT NULL)
      );
      -- Those who are in a club, and those who have left it, each in the order in which they first came.
      CREATE INDEX club_member_present ON club_member (club_id, id) WHERE valid_to IS NULL;
      CREATE INDEX club_member_left ON club_member (club_id, id) WHERE valid_to IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE club_member');
  }
}
