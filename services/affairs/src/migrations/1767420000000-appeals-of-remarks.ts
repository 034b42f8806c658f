import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authors may appeal, once, against the hiding of what they wrote; another person than who has hidden it decides. */
export class AppealsOfRemarks1767420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, place] of [
      ['bulletin_comment', 'bulletin_id'],
      ['circle_post', 'circle_id'],
    ])
      // Each time is there without its words only where its author was erased or has withdrawn it.
      await runner.query(`
        ALTER TABLE ${table}
          ADD COLUMN sealed_appeal  text,
          ADD COLUMN appealed_at    timestamptz,
          ADD COLUMN sealed_refusal text,
          ADD COLUMN refused_at     timestamptz,
          ADD CONSTRAINT ${table}_appeal CHECK (sealed_appeal IS NULL OR appealed_at IS NOT NULL),
          ADD CONSTRAINT ${table}_refusal CHECK ((sealed_refusal IS NULL OR refused_at IS NOT NULL)
            AND (refused_at IS NULL OR appealed_at IS NOT NULL));
        -- Whether an appeal waits is asked at every change there; hardly any row is among them.
        CREATE INDEX ${table}_appealed ON ${table} (${place}, id DESC)
          WHERE state = 'hidden' AND appealed_at IS NOT NULL AND refused_at IS NULL;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bulletin_comment', 'circle_post'])
      await runner.query(`
        ALTER TABLE ${table} DROP COLUMN sealed_appeal, DROP COLUMN appealed_at,
          DROP COLUMN sealed_refusal, DROP COLUMN refused_at;
      `);
  }
}
