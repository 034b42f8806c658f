import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be disclosed to workers and when, by which bulletin it was; and bulletins that cite another. */
export class Disclosures1766480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure_item (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        union_id      uuid NOT NULL,
        state         text NOT NULL CHECK (state IN ('active', 'ended')),
        title         text NOT NULL,
        owed_by       text NOT NULL CHECK (owed_by IN ('enterprise', 'union')),
        department    text,
        basis         text NOT NULL,
        rhythm        text NOT NULL CHECK (rhythm IN ('once', 'monthly', 'quarterly', 'halfYearly', 'yearly')),
        first_due_on  date NOT NULL,
        ended_on      date,
        end_reason    text,
        -- The years in which something is missing, so that a board finds the unions without counting days.
        missing_years integer[] NOT NULL,
        CHECK ((department IS NOT NULL) = (owed_by = 'enterprise')),
        CHECK ((ended_on IS NOT NULL) = (state = 'ended'))
      );
      CREATE INDEX disclosure_item_union ON disclosure_item (union_id, id DESC);

      -- The days are computed from the item; only what was met is stored.
      CREATE TABLE disclosure_met (
        item_id     uuid NOT NULL REFERENCES disclosure_item,
        due_on      date NOT NULL,
        bulletin_id uuid NOT NULL REFERENCES bulletin,
        linked_at   timestamptz NOT NULL,
        PRIMARY KEY (item_id, due_on),
        UNIQUE (item_id, bulletin_id)
      );
      -- What no longer is disclosed once a bulletin is withdrawn.
      CREATE INDEX disclosure_met_bulletin ON disclosure_met (bulletin_id);

      ALTER TABLE bulletin ADD cites_id uuid REFERENCES bulletin;
      CREATE INDEX bulletin_cites ON bulletin (cites_id, union_id) WHERE cites_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin DROP cites_id;
      DROP TABLE disclosure_met;
      DROP TABLE disclosure_item;
    `);
  }
}
