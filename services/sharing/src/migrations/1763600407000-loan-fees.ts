import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A loan keeps the price of a unit as it was agreed: its fee is counted again once it is known how long it was out. */
export class LoanFees1763600407000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan
        ADD COLUMN fee_each_fen bigint CHECK (fee_each_fen > 0),
        ADD COLUMN fee_per      text CHECK (fee_per IN ('hour', 'day', 'loan')),
        ADD CONSTRAINT loan_fee_check CHECK ((fee_each_fen IS NULL) = (fee_per IS NULL));
      -- What was agreed already stands in the version of the right under which it was.
      UPDATE loan l SET fee_each_fen = (v.terms -> 'price' -> 'fee' ->> 'amount')::bigint,
                        fee_per = v.terms -> 'price' ->> 'per'
      FROM right_of_use_version v
      WHERE l.fee_fen IS NOT NULL AND v.resource_id = l.resource_id AND v.grant_id = l.grant_id
        AND v.version = l.grant_version;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE loan DROP COLUMN fee_each_fen, DROP COLUMN fee_per');
  }
}
