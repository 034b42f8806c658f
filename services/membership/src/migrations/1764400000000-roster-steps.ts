import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps of a roster between its check and its load: the layout that an officer assigned, ambiguous rows and what was
 * said of them, members who leave, and what an undo needs. New columns have constant defaults, so no table is rewritten.
 */
export class RosterSteps1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member_import
        ADD COLUMN sheet text,
        ADD COLUMN layout jsonb,
        ADD COLUMN ambiguous integer NOT NULL DEFAULT 0,
        ADD COLUMN ended integer NOT NULL DEFAULT 0,
        DROP CONSTRAINT member_import_check,
        ADD CONSTRAINT member_import_counts
          CHECK (created + updated + unchanged + rejected + ambiguous = position) NOT VALID;
      ALTER TABLE member_import VALIDATE CONSTRAINT member_import_counts;
      ALTER TABLE member_import_row
        ADD COLUMN hint text,
        ADD COLUMN more jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN changes jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN candidates jsonb NOT NULL DEFAULT '[]',
        -- The keyed hash of a readable number, also of rows that are not loaded: its person is in the file.
        ADD COLUMN number_hash text,
        -- What an update replaced, sealed where it is personal, and the person's version after it.
        ADD COLUMN before jsonb,
        ADD COLUMN person_version integer,
        ADD COLUMN kept_because text CHECK (kept_because IN ('ACTIVATED', 'CHANGED_SINCE')),
        DROP CONSTRAINT member_import_row_state_check,
        ADD CONSTRAINT member_import_row_states
          CHECK (state IN ('created', 'updated', 'unchanged', 'ambiguous', 'rejected')) NOT VALID;
      ALTER TABLE member_import_row VALIDATE CONSTRAINT member_import_row_states;
      -- Who is in the file, for the list of those who are not.
      CREATE INDEX member_import_row_number ON member_import_row (import_id, number_hash) WHERE number_hash IS NOT NULL;
      CREATE INDEX member_import_row_person ON member_import_row (import_id, person_id) WHERE person_id IS NOT NULL;
      -- What an undo has kept, page by page.
      CREATE INDEX member_import_row_kept ON member_import_row (import_id, row_number) WHERE kept_because IS NOT NULL;

      -- What an officer has said of an ambiguous row. It outlives the report, which the load writes anew.
      CREATE TABLE member_import_choice (
        import_id  uuid NOT NULL REFERENCES member_import,
        row_number integer NOT NULL,
        choice     text NOT NULL CHECK (choice IN ('new', 'same', 'skip')),
        person_id  uuid,
        PRIMARY KEY (import_id, row_number),
        CHECK ((choice = 'same') = (person_id IS NOT NULL))
      );
      -- Memberships that an officer has ticked to end with the load, and their state before it.
      CREATE TABLE member_import_leaving (
        import_id     uuid NOT NULL REFERENCES member_import,
        membership_id uuid NOT NULL REFERENCES union_membership,
        state_before  text CHECK (state_before IN ('imported', 'active')),
        PRIMARY KEY (import_id, membership_id)
      );
      -- What a union calls the columns of its rosters: the words of its headers.
      CREATE TABLE roster_layout (
        union_id   uuid PRIMARY KEY REFERENCES labour_union,
        words      jsonb NOT NULL,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL
      );
      -- The keys of programs that enter members, with a keyed hash of what was last sent under each.
      CREATE TABLE roster_entry (
        union_id     uuid NOT NULL REFERENCES labour_union,
        key          text NOT NULL,
        content_hash text NOT NULL,
        number_hash  text NOT NULL,
        person_id    uuid,
        updated_at   timestamptz NOT NULL,
        PRIMARY KEY (union_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE roster_entry, roster_layout, member_import_leaving, member_import_choice;
      -- The release before knows no ambiguous rows.
      UPDATE member_import_row SET state = 'rejected', code = 'MAYBE_KNOWN', field = 'phone' WHERE state = 'ambiguous';
      UPDATE member_import SET rejected = rejected + ambiguous, ambiguous = 0;
      ALTER TABLE member_import_row
        DROP COLUMN hint, DROP COLUMN more, DROP COLUMN changes, DROP COLUMN candidates, DROP COLUMN number_hash,
        DROP COLUMN before, DROP COLUMN person_version, DROP COLUMN kept_because,
        DROP CONSTRAINT member_import_row_states,
        ADD CONSTRAINT member_import_row_state_check
          CHECK (state IN ('created', 'updated', 'unchanged', 'rejected'));
      ALTER TABLE member_import
        DROP CONSTRAINT member_import_counts,
        ADD CONSTRAINT member_import_check CHECK (created + updated + unchanged + rejected = position),
        DROP COLUMN ambiguous, DROP COLUMN ended, DROP COLUMN sheet, DROP COLUMN layout;
    `);
  }
}
