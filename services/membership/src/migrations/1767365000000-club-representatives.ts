import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever acts in the name of a club looks after its members. */
export class ClubRepresentatives1767365000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE club_representative (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        club_id    uuid NOT NULL,
        person_id  uuid NOT NULL,
        valid_to   timestamptz,
        revoked_at timestamptz
      );
      -- Whether a caller acts in the name of a club; and what an erasure looks for.
      CREATE INDEX club_representative_person ON club_representative (person_id, club_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE club_representative');
  }
}
