import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A filing that was returned, or approved without an election, lapses once its contact was silent for 90 days: it stood in the
 * way of every other filing for its enterprise. Those that wait now have 90 days from the upgrade.
 */
export class LapsedFoundings1767300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_founding ADD COLUMN lapses_at timestamptz;
      UPDATE union_founding SET lapses_at = now() + interval '90 days' WHERE state IN ('returned', 'electing');
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'founding-lapse', id::text, lapses_at, '{}' FROM union_founding WHERE lapses_at IS NOT NULL;
    `);
    await runner.query(checksOf(['lapsed'], ['lapse']));
    await runner.query(`
      ALTER TABLE union_founding ADD CONSTRAINT union_founding_lapses
        CHECK ((state IN ('returned', 'electing')) = (lapses_at IS NOT NULL));
    `);
  }

  /** Those that have lapsed count as withdrawn again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_founding DROP CONSTRAINT union_founding_lapses;
      UPDATE union_founding SET state = 'withdrawn' WHERE state = 'lapsed';
      UPDATE union_founding_step SET kind = 'withdraw' WHERE kind = 'lapse';
      DELETE FROM due WHERE kind = 'founding-lapse';
      ALTER TABLE union_founding DROP COLUMN lapses_at;
    `);
    await runner.query(checksOf([], []));
  }
}

/** The checks of states and steps, with further ones; that of ended filings was given its name by PostgreSQL. */
function checksOf(states: readonly string[], steps: readonly string[]): string {
  const among = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
  const ended = ['founded', 'joined', 'refused', 'withdrawn', ...states];
  const all = ['filed', 'returned', 'electing', 'elected', ...ended];
  const kinds = [
    'file',
    'refile',
    'elect',
    'appeal',
    'withdraw',
    'escalate',
    'approve',
    'join',
    'return',
    'refuse',
    'confirm',
    ...steps,
  ];
  return `
    DO $$ DECLARE named text; BEGIN
      FOR named IN SELECT conname FROM pg_constraint WHERE conrelid = 'union_founding'::regclass AND contype = 'c'
        AND (pg_get_constraintdef(oid) LIKE '%decided_at%' OR conname = 'union_founding_state_check') LOOP
        EXECUTE format('ALTER TABLE union_founding DROP CONSTRAINT %I', named);
      END LOOP;
    END $$;
    ALTER TABLE union_founding ADD CONSTRAINT union_founding_state_check CHECK (state IN (${among(all)}));
    ALTER TABLE union_founding ADD CONSTRAINT union_founding_decided
      CHECK ((state IN (${among(ended)})) = (decided_at IS NOT NULL));
    ALTER TABLE union_founding_step DROP CONSTRAINT union_founding_step_kind_check;
    ALTER TABLE union_founding_step ADD CONSTRAINT union_founding_step_kind_check CHECK (kind IN (${among(kinds)}));`;
}
