import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A copy of the roles that membership grants: whose open pages are told that something of his unions changed. Where
 * the platform ran before, it stays empty until membership tells its roles anew (deploy/README.md, Upgrade).
 */
export class Roles1763600250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE role_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        person_id  uuid NOT NULL,
        union_id   uuid NOT NULL,
        role       text NOT NULL,
        revoked_at timestamptz
      );
      -- Who holds a role at one union.
      CREATE INDEX role_ref_union ON role_ref (union_id, role);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_ref');
  }
}
