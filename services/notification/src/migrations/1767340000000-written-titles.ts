import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles that persons wrote are not told any more, and go from what was told. */
export class WrittenTitles1767340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice SET title = NULL, values = values - 'partyName'
      WHERE kind IN ('memberNeedPosted', 'proposalMade', 'proposalWaiting', 'recordToVerify', 'recordVerified',
        'recordRefused', 'recordRevoked', 'recordExpiring', 'workAdmitted', 'workRefused');
    `);
  }

  /** What was removed is nowhere. */
  async down(): Promise<void> {}
}
