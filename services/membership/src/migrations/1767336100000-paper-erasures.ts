import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = ['waiting', 'erasing', 'erased', 'withdrawn', 'lapsed'];

/** Erasure is also asked for on paper: one officer files it, and another one confirms it. Few rows, so nothing waits for long. */
export class PaperErasures1767336100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checksOf([...before, 'filed', 'refused'], ['filed', 'waiting', 'erasing']));
    await runner.query(`
      ALTER TABLE person_erasure
        ADD COLUMN paper_kind text CHECK (paper_kind IN ('person', 'heirs', 'authority')),
        ADD COLUMN paper_date date,
        -- Sealed, as the reason of a refusal is: both are about the person.
        ADD COLUMN note text,
        ADD COLUMN filed_by uuid REFERENCES person,
        ADD COLUMN decided_by uuid REFERENCES person,
        ADD COLUMN decided_at timestamptz,
        ADD COLUMN refusal text,
        ADD COLUMN obstacles text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT person_erasure_on_paper CHECK (
          (paper_kind IS NULL) = (paper_date IS NULL) AND (paper_kind IS NULL) = (filed_by IS NULL)
          AND (paper_kind IS NULL OR union_id IS NOT NULL)
        ),
        -- Nobody confirms what they have filed.
        ADD CONSTRAINT person_erasure_two_hands CHECK (decided_by <> filed_by);
      DROP INDEX person_erasure_once;
      CREATE UNIQUE INDEX person_erasure_once ON person_erasure (person_id)
        WHERE state IN ('filed', 'waiting', 'erasing', 'erased');
      CREATE INDEX person_erasure_papers ON person_erasure (union_id, id DESC) WHERE paper_kind IS NOT NULL;
    `);
  }

  /** What nobody has confirmed goes; what has begun, or is over, stays as if its person had asked. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due USING person_erasure e WHERE due.kind = 'person-erasure' AND due.key = e.id::text AND e.state = 'filed';
      DELETE FROM due WHERE kind = 'person-erasure-awaits';
      DELETE FROM person_erasure WHERE state IN ('filed', 'refused');
      DROP INDEX person_erasure_papers, person_erasure_once;
      ALTER TABLE person_erasure DROP CONSTRAINT person_erasure_on_paper, DROP CONSTRAINT person_erasure_two_hands, DROP COLUMN paper_kind, DROP COLUMN paper_date,
        DROP COLUMN note, DROP COLUMN filed_by, DROP COLUMN decided_by, DROP COLUMN decided_at, DROP COLUMN refusal,
        DROP COLUMN obstacles;
      CREATE UNIQUE INDEX person_erasure_once ON person_erasure (person_id)
        WHERE state IN ('waiting', 'erasing', 'erased');
    `);
    await runner.query(checksOf(before, ['waiting', 'erasing']));
  }
}

/** The checks of the states, and of those that have not ended; that of the latter was given its name by PostgreSQL. */
function checksOf(states: readonly string[], open: readonly string[]): string {
  const among = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
  return `
    DO $$ DECLARE named text; BEGIN
      FOR named IN SELECT conname FROM pg_constraint WHERE conrelid = 'person_erasure'::regclass AND contype = 'c'
        AND (pg_get_constraintdef(oid) LIKE '%ended_at%' OR conname = 'person_erasure_state_check') LOOP
        EXECUTE format('ALTER TABLE person_erasure DROP CONSTRAINT %I', named);
      END LOOP;
    END $$;
    ALTER TABLE person_erasure
      ADD CONSTRAINT person_erasure_state_check CHECK (state IN (${among(states)})),
      ADD CONSTRAINT person_erasure_ended CHECK ((state IN (${among(open)})) = (ended_at IS NULL));`;
}
