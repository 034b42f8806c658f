import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people care is for, as unions state it, and an index to count whom it has reached. */
export class Coverage1767120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cover_audience (
        union_id uuid NOT NULL,
        year     smallint NOT NULL,
        kind     text NOT NULL
          CHECK (kind IN ('everybody', 'women', 'posted', 'hardship', 'season', 'retired')),
        people   integer NOT NULL CHECK (people >= 0),
        PRIMARY KEY (union_id, year, kind)
      );
      -- What was decided for the members of a union in a year.
      CREATE INDEX matter_decided_for ON matter (home_union_id, decided_at)
        WHERE person_id IS NOT NULL AND decided_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX matter_decided_for; DROP TABLE cover_audience;');
  }
}
