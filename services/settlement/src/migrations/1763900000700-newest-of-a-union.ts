import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A small union's list reads its own rows, newest first, and not those of the whole network until it has found its own. The tables
 * named here led from a union to its rows by no index, or by one that does not have them in the order of the list.
 */
export class NewestOfAUnion1763900000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX netting_run_union ON netting_run (union_id, id);
      CREATE INDEX account_closure_union ON account_closure (union_id, id);
      CREATE INDEX party_freeze_union ON party_freeze (union_id, id);
      CREATE INDEX budget_union ON budget (union_id, id);
      CREATE INDEX subsidy_giver ON subsidy (giver_union_id, id);
      CREATE INDEX subsidy_receiver ON subsidy (receiver_union_id, id);
      CREATE INDEX activity_ref_union ON activity_ref (union_id, id);
      CREATE INDEX disclosure_union ON disclosure (union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX netting_run_union, account_closure_union, party_freeze_union, budget_union, subsidy_giver, subsidy_receiver,
        activity_ref_union, disclosure_union;
    `);
  }
}
