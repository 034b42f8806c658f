import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every service keeps of merged persons: which id stands for which, and what was moved, so that it can be moved
 * back.
 */
export class PersonMergeTables1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The present id for the id of a record that was merged into another. Always one step: a chain is shortened
      -- when its end is merged.
      CREATE TABLE person_alias (
        from_id    uuid PRIMARY KEY,
        into_id    uuid NOT NULL,
        merge_id   uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CHECK (from_id <> into_id)
      );
      -- All ids of a person; and the aliases of one merge, to undo it.
      CREATE INDEX person_alias_into ON person_alias (into_id);
      CREATE INDEX person_alias_merge ON person_alias (merge_id);

      CREATE TABLE person_merge_journal (
        merge_id    uuid NOT NULL,
        number      bigint GENERATED ALWAYS AS IDENTITY,
        table_name  text NOT NULL,
        column_name text NOT NULL,
        -- The primary key of the row without the changed column.
        row_key     jsonb NOT NULL,
        before      jsonb NOT NULL,
        after       jsonb NOT NULL,
        -- The row stays with the merged id: the survivor has one in its place, or took part in the same act.
        stays       boolean NOT NULL,
        PRIMARY KEY (merge_id, number)
      );
      -- Whether a row was noted already, when the move is repeated for what came late.
      CREATE UNIQUE INDEX person_merge_journal_once
        ON person_merge_journal (merge_id, table_name, column_name, row_key) WHERE stays;

      -- For reads of rows that never move: all ids under which a person is on record.
      CREATE FUNCTION person_ids(person uuid) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        SET search_path FROM CURRENT
        AS $$ SELECT array_append(ARRAY(SELECT from_id FROM person_alias WHERE into_id = person), person) $$;
      -- And the other way round: the present id of a person.
      CREATE FUNCTION present_person(person uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        SET search_path FROM CURRENT
        AS $$ SELECT coalesce((SELECT into_id FROM person_alias WHERE from_id = person), person) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION present_person(uuid);
      DROP FUNCTION person_ids(uuid);
      DROP TABLE person_merge_journal, person_alias;
    `);
  }
}
