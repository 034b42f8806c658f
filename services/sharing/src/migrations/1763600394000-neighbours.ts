import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rules of who may come ask beside age and sex: where the member's union is to be found, in which clubs he is, on
 * what terms he works. Rules that ask for it stand on the activity as the others do; those from before lack the keys. The
 * copies learn it once membership has told its unions, members and members of clubs anew (`republish`).
 */
export class Neighbours1763600394000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_ref ADD COLUMN tier text, ADD COLUMN longitude double precision, ADD COLUMN latitude double precision,
        ADD CONSTRAINT union_ref_place CHECK ((longitude IS NULL) = (latitude IS NULL));
      ALTER TABLE member_ref ADD COLUMN employment_kind text;
      CREATE TABLE club_member_ref (
        club_id    uuid NOT NULL,
        person_id  uuid NOT NULL,
        version    integer NOT NULL,
        valid_from date NOT NULL,
        valid_to   date,
        PRIMARY KEY (club_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE club_member_ref;
      ALTER TABLE member_ref DROP COLUMN employment_kind;
      ALTER TABLE union_ref DROP CONSTRAINT union_ref_place, DROP COLUMN latitude, DROP COLUMN longitude, DROP COLUMN tier;
    `);
  }
}
