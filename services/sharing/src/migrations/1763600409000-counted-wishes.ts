import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever keeps a time, waits for one or asks for several says how many of a counted resource, and what for. */
export class CountedWishes1763600409000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan_hold ADD COLUMN quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0);
      ALTER TABLE loan_series ADD COLUMN quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0);
      ALTER TABLE loan_wait
        ADD COLUMN quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
        ADD COLUMN business text;
      ALTER TABLE loan_hold ALTER COLUMN quantity DROP DEFAULT;
      ALTER TABLE loan_series ALTER COLUMN quantity DROP DEFAULT;
      ALTER TABLE loan_wait ALTER COLUMN quantity DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan_wait DROP COLUMN quantity, DROP COLUMN business;
      ALTER TABLE loan_series DROP COLUMN quantity;
      ALTER TABLE loan_hold DROP COLUMN quantity;
    `);
  }
}
