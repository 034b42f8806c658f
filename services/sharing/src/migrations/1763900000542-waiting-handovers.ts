import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for an answer is listed on the first page that people see: of all handovers and damages it is a handful. */
export class WaitingHandovers1763900000542 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX loan_handover_waiting ON loan_handover (answer_by, id) WHERE state = 'waiting';
      CREATE INDEX loan_damage_claimed ON loan_damage (answer_by, id) WHERE state = 'claimed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX loan_damage_claimed, loan_handover_waiting');
  }
}
