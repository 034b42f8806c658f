import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which union visits for what a member has told: its officers are notified, and list it whatever its month. */
export class ToldOccasions1767340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE occasion ADD told_to uuid,
        ADD CONSTRAINT occasion_told_to_check CHECK (source = 'told' OR told_to IS NULL);
      UPDATE occasion o SET told_to = m.union_id FROM member_ref m
        WHERE m.person_id = o.person_id AND m.state <> 'ended' AND o.source = 'told';
      CREATE INDEX occasion_told_to ON occasion (told_to, happened_on) WHERE told_to IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE occasion DROP told_to`);
  }
}
