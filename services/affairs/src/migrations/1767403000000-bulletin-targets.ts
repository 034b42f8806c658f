import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bulletins for the unions of enterprises of one size, and for those near by. */
export class BulletinTargets1767403000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A copy of what membership says of unions, beside what union_ref has of them.
      CREATE TABLE audience_union (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        size_class text,
        longitude  double precision,
        latitude   double precision,
        CHECK ((longitude IS NULL) = (latitude IS NULL))
      );
      -- Those near a place: a box before the distance itself is computed.
      CREATE INDEX audience_union_place ON audience_union (latitude, longitude) WHERE latitude IS NOT NULL;

      ALTER TABLE bulletin
        ADD size_class   text,
        ADD neighbour_km integer CHECK (neighbour_km BETWEEN 1 AND 50),
        DROP CONSTRAINT bulletin_audience_check,
        ADD CONSTRAINT bulletin_audience_check
          CHECK (audience IN ('public', 'members', 'union', 'sizeClass', 'neighbours')),
        ADD CHECK ((audience = 'sizeClass') = (size_class IS NOT NULL)),
        ADD CHECK ((audience = 'neighbours') = (neighbour_km IS NOT NULL));
      -- What is shown to neighbours of its union, which is little of all.
      CREATE INDEX bulletin_neighbours ON bulletin (coalesce(shown_until, 'infinity'))
        WHERE audience = 'neighbours' AND state IN ('published', 'withdrawn');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX bulletin_neighbours;
      ALTER TABLE bulletin DROP size_class, DROP neighbour_km, DROP CONSTRAINT bulletin_audience_check,
        ADD CONSTRAINT bulletin_audience_check CHECK (audience IN ('public', 'members', 'union')) NOT VALID;
      DROP TABLE audience_union;
    `);
  }
}
