import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A registration moves with its companions and coupons when two records of one person are merged: checked at the commit. */
const references = [
  ['registration_companion', 'registration_companion_activity_id_person_id_fkey'],
  ['coupon', 'coupon_activity_id_person_id_fkey'],
] as const;

/** Foreign keys that may be checked at the commit; each statement still checks them unless it asks otherwise. */
export class MergedRegistrations1764502000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of references)
      await runner.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY IMMEDIATE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of references)
      await runner.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} NOT DEFERRABLE`);
  }
}
