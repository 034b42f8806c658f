import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That the report of a breach was handed over to the authority. A new table only. */
export class BreachHandovers1767331000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE breach_handover (
        breach_id uuid NOT NULL REFERENCES data_breach,
        number integer NOT NULL CHECK (number > 0),
        handed_over_at timestamptz NOT NULL,
        authority text NOT NULL,
        handed_over_by text NOT NULL,
        reference text,
        changes text,
        recorded_by uuid NOT NULL REFERENCES person,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (breach_id, number),
        CHECK ((number = 1) = (changes IS NULL)),
        CHECK (handed_over_at <= recorded_at)
      );
      -- What was recorded never changes; a further entry corrects it.
      CREATE TRIGGER breach_handover_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON breach_handover
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE breach_handover');
  }
}
