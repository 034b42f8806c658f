import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a prize may cost is said by the piece: beside what is too much of several, the amount of one looked wrong. */
export class MeasurePerPiece1763800000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fund_rule_override DROP CONSTRAINT fund_rule_override_measure_check,
        ADD CONSTRAINT fund_rule_override_measure_check CHECK (measure IN ('money', 'perPiece', 'heads', 'days'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fund_rule_override DROP CONSTRAINT fund_rule_override_measure_check;
      UPDATE fund_rule_override SET measure = 'money' WHERE measure = 'perPiece';
      ALTER TABLE fund_rule_override
        ADD CONSTRAINT fund_rule_override_measure_check CHECK (measure IN ('money', 'heads', 'days'));
    `);
  }
}
