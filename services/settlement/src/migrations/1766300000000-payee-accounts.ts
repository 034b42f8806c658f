import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payers see where to send the money. The unions with money in a run have a table of their own, by which its list also
 * finds the runs that were proposed above them.
 */
export class PayeeAccounts1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payee_account (
        union_id       uuid PRIMARY KEY,
        version        integer NOT NULL,
        account_name   text NOT NULL,
        account_number text NOT NULL CHECK (account_number ~ '^[0-9]{6,40}$'),
        bank_name      text NOT NULL,
        changed_by     uuid NOT NULL,
        changed_at     timestamptz NOT NULL
      );
      CREATE TABLE netted_union (
        union_id uuid NOT NULL,
        run_id   uuid NOT NULL REFERENCES netting_run,
        PRIMARY KEY (union_id, run_id)
      );
      INSERT INTO netted_union (union_id, run_id)
      SELECT DISTINCT CASE WHEN k.kind = 'union' THEN k.id ELSE p.union_id END, l.run_id
      FROM netting_line l
      CROSS JOIN LATERAL unnest(ARRAY[l.from_party, l.to_party]) AS party
      CROSS JOIN LATERAL (SELECT split_part(party, ':', 1) AS kind, split_part(party, ':', 2)::uuid AS id) AS k
      LEFT JOIN party_ref p ON p.kind = k.kind AND p.id = k.id
      WHERE k.kind = 'union' OR p.union_id IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE netted_union;
      DROP TABLE payee_account;`);
  }
}
