import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A cost pool may be a plain shared bill: it has a title and a day instead of an activity and an agreement, and it is
 * posted only when each party that owes something has agreed. Until then its confirmations belong to no entry.
 */
export class SharedBills1766100001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cost_pool
        ADD COLUMN kind text NOT NULL DEFAULT 'activity' CHECK (kind IN ('activity', 'shared')),
        ADD COLUMN title text,
        ADD COLUMN spent_on date,
        ALTER COLUMN activity_id DROP NOT NULL,
        ALTER COLUMN agreement_id DROP NOT NULL,
        ALTER COLUMN agreement_version DROP NOT NULL,
        DROP CONSTRAINT cost_pool_state_check,
        DROP CONSTRAINT cost_pool_check,
        DROP CONSTRAINT cost_pool_check2,
        ADD CONSTRAINT cost_pool_activity_given CHECK ((kind = 'activity') = (activity_id IS NOT NULL)),
        ADD CONSTRAINT cost_pool_agreement_given CHECK (
          (kind = 'activity') = (agreement_id IS NOT NULL) AND (kind = 'activity') = (agreement_version IS NOT NULL)),
        ADD CONSTRAINT cost_pool_title_given CHECK (
          (kind = 'shared') = (title IS NOT NULL) AND (kind = 'shared') = (spent_on IS NOT NULL)),
        ADD CONSTRAINT cost_pool_state_check CHECK (state IN ('open', 'submitted', 'asked', 'approved', 'reversed')),
        ADD CONSTRAINT cost_pool_asked CHECK (state <> 'asked' OR kind = 'shared'),
        -- A shared bill may be cancelled before it was submitted or approved.
        ADD CONSTRAINT cost_pool_submitted_by CHECK (state = 'open' OR (state = 'reversed' AND kind = 'shared')
          OR (total_fen IS NOT NULL AND submitted_by IS NOT NULL)),
        ADD CONSTRAINT cost_pool_approved_by CHECK (CASE
          WHEN state = 'reversed' THEN approved_by IS NOT NULL OR kind = 'shared'
          ELSE (state IN ('asked', 'approved')) = (approved_by IS NOT NULL) END);
      -- The bill of a shared pool may come without its receipt.
      ALTER TABLE cost_item
        ALTER COLUMN file_key DROP NOT NULL,
        ALTER COLUMN sha256 DROP NOT NULL,
        ALTER COLUMN invoice_number DROP NOT NULL,
        ALTER COLUMN invoice_key DROP NOT NULL,
        ADD CONSTRAINT cost_item_receipt CHECK (
          num_nulls(file_key, sha256, invoice_number, invoice_key) IN (0, 4));
      ALTER TABLE confirmation
        ALTER COLUMN entry_id DROP NOT NULL,
        DROP CONSTRAINT confirmation_silence_check,
        DROP CONSTRAINT confirmation_way_check,
        ADD CONSTRAINT confirmation_silence_check CHECK (silence IN ('agrees', 'disputes', 'refuses')),
        ADD CONSTRAINT confirmation_way_check CHECK (way IN ('answer', 'silence', 'withdrawal', 'decision', 'refusal')),
        ADD CONSTRAINT confirmation_subject CHECK (entry_id IS NOT NULL OR cost_pool_id IS NOT NULL);
      -- Before a pool is posted, a party is asked once at a time.
      CREATE UNIQUE INDEX confirmation_before_entry ON confirmation (cost_pool_id, party)
        WHERE entry_id IS NULL AND state IN ('waiting', 'confirmed');`);
  }

  /** Shared bills do not exist in the previous version, so they must be gone before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX confirmation_before_entry;
      ALTER TABLE confirmation
        DROP CONSTRAINT confirmation_subject,
        DROP CONSTRAINT confirmation_silence_check,
        DROP CONSTRAINT confirmation_way_check,
        ADD CONSTRAINT confirmation_silence_check CHECK (silence IN ('agrees', 'disputes')),
        ADD CONSTRAINT confirmation_way_check CHECK (way IN ('answer', 'silence', 'withdrawal', 'decision')),
        ALTER COLUMN entry_id SET NOT NULL;
      ALTER TABLE cost_item
        DROP CONSTRAINT cost_item_receipt,
        ALTER COLUMN file_key SET NOT NULL,
        ALTER COLUMN sha256 SET NOT NULL,
        ALTER COLUMN invoice_number SET NOT NULL,
        ALTER COLUMN invoice_key SET NOT NULL;
      ALTER TABLE cost_pool
        DROP CONSTRAINT cost_pool_activity_given,
        DROP CONSTRAINT cost_pool_agreement_given,
        DROP CONSTRAINT cost_pool_title_given,
        DROP CONSTRAINT cost_pool_asked,
        DROP CONSTRAINT cost_pool_submitted_by,
        DROP CONSTRAINT cost_pool_approved_by,
        DROP CONSTRAINT cost_pool_state_check,
        ADD CONSTRAINT cost_pool_state_check CHECK (state IN ('open', 'submitted', 'approved', 'reversed')),
        ADD CONSTRAINT cost_pool_check CHECK (state = 'open' OR (total_fen IS NOT NULL AND submitted_by IS NOT NULL)),
        ADD CONSTRAINT cost_pool_check2 CHECK ((state IN ('approved', 'reversed')) = (approved_by IS NOT NULL)),
        ALTER COLUMN activity_id SET NOT NULL,
        ALTER COLUMN agreement_id SET NOT NULL,
        ALTER COLUMN agreement_version SET NOT NULL,
        DROP COLUMN spent_on,
        DROP COLUMN title,
        DROP COLUMN kind;`);
  }
}
