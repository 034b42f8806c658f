import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what waits already: by the kind of due work that says whom it waits for, the ids to look at. */
const waiting: Readonly<Record<string, string>> = {
  'cost-pool-awaits': `SELECT id FROM cost_pool
    WHERE state = 'submitted' OR (state = 'open' AND return_reason IS NOT NULL)`,
  'confirmation-asked': `SELECT DISTINCT entry_id AS id FROM confirmation WHERE state = 'waiting'`,
  'dispute-awaits': `SELECT id FROM dispute WHERE state = 'open'`,
  'refund-awaits': `SELECT id FROM refund WHERE state = 'proposed'`,
  'netting-run-awaits': `SELECT id FROM netting_run WHERE state = 'proposed'`,
  'payment-awaits': `SELECT id FROM payment WHERE state = 'open'`,
  // When a mandate begins or ends, what waits for whoever keeps the books changes.
  'mandate-awaits': `SELECT id FROM mandate_ref WHERE revoked_at IS NULL AND valid_until > now()`,
  'budget-awaits': `SELECT id FROM budget
    WHERE state = 'submitted' OR (state = 'draft' AND return_reason IS NOT NULL)`,
  'subsidy-programme-awaits': `SELECT id FROM subsidy_programme WHERE state IN ('open', 'deciding', 'notice')`,
  'subsidy-awaits': `SELECT id FROM subsidy WHERE state NOT IN ('closed', 'declined')`,
  'account-closure-awaits': `SELECT id FROM account_closure WHERE state = 'proposed'`,
  'disclosure-awaits': `SELECT DISTINCT r.union_id AS id FROM disclosure_reminder r WHERE NOT EXISTS (
    SELECT FROM disclosure d WHERE d.union_id = r.union_id AND d.year = r.year)`,
};

/** What waits already when awaits begin to be told is told by due work, one thing after the other. */
export class Awaits1765100001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [kind, ids] of Object.entries(waiting))
      await runner.query(
        `INSERT INTO due (kind, key, due_at, payload) SELECT $1, id::text, now(), '{}' FROM (${ids}) AS waiting
         ON CONFLICT (kind, key) DO NOTHING`,
        [kind],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    const kinds = Object.keys(waiting).filter((kind) => kind !== 'confirmation-asked');
    await runner.query('DELETE FROM due WHERE kind = ANY($1)', [kinds]);
  }
}
