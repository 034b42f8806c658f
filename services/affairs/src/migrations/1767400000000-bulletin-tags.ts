import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which business and which function a bulletin belongs, and who follows these. */
export class BulletinTags1767400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin ADD business text, ADD function text;
      ALTER TABLE bulletin_subscription DROP CONSTRAINT bulletin_subscription_check;
      ALTER TABLE bulletin_subscription ADD business text, ADD function text,
        ADD CONSTRAINT bulletin_subscription_check
          CHECK (num_nonnulls(union_id, kind, business, function) = 1) NOT VALID;
      ALTER TABLE bulletin_subscription VALIDATE CONSTRAINT bulletin_subscription_check;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin_subscription DROP CONSTRAINT bulletin_subscription_check;
      DELETE FROM bulletin_subscription WHERE num_nonnulls(union_id, kind) = 0;
      ALTER TABLE bulletin_subscription DROP business, DROP function,
        ADD CONSTRAINT bulletin_subscription_check CHECK (num_nonnulls(union_id, kind) = 1);
      ALTER TABLE bulletin DROP business, DROP function;
    `);
  }
}
