import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party of which nothing is netted or paid, from its freezing by somebody above it to its release. */
export class PartyFreezes1763600424000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party_freeze (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        party          text NOT NULL,
        -- The union behind the party, by which it is found for those who may see it.
        union_id       uuid NOT NULL,
        reason         text NOT NULL,
        frozen_by      uuid NOT NULL,
        frozen_at      timestamptz NOT NULL,
        released_by    uuid,
        released_at    timestamptz,
        release_reason text,
        CHECK ((released_at IS NULL) = (released_by IS NULL)),
        CHECK ((released_at IS NULL) = (release_reason IS NULL))
      );
      -- A party is frozen once at a time; and each payment and run asks who is.
      CREATE UNIQUE INDEX party_freeze_held ON party_freeze (party) WHERE released_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE party_freeze');
  }
}
