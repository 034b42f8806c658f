import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that comes back on the bills of an approved pool. */
export class Refunds1763600420100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refund (
        id                 uuid PRIMARY KEY,
        version            integer NOT NULL,
        cost_pool_id       uuid NOT NULL REFERENCES cost_pool,
        state              text NOT NULL CHECK (state IN ('proposed', 'posted', 'returned', 'withdrawn', 'reversed')),
        total_fen          bigint NOT NULL CHECK (total_fen > 0),
        -- What the source of the subsidy gets of it.
        subsidy_fen        bigint NOT NULL CHECK (subsidy_fen >= 0),
        -- What it had back before, or was about to have.
        subsidy_before_fen bigint NOT NULL CHECK (subsidy_before_fen >= 0),
        reason             text NOT NULL,
        credit_note        text NOT NULL,
        -- Of what was previewed and proposed: who gets what back.
        preview_hash       text NOT NULL,
        proposed_by        uuid NOT NULL,
        proposed_at        timestamptz NOT NULL,
        -- Who approved, returned or withdrew it.
        decided_by         uuid,
        decided_at         timestamptz,
        decision_reason    text,
        entry_id           uuid REFERENCES entry,
        UNIQUE (id, cost_pool_id),
        CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
        -- Nobody approves what he proposed himself.
        CHECK (state NOT IN ('posted', 'reversed') OR decided_by <> proposed_by),
        CHECK (entry_id IS NULL OR state IN ('posted', 'reversed'))
      );
      -- The refunds of a pool, newest first.
      CREATE INDEX refund_pool ON refund (cost_pool_id, id DESC);
      -- A credit note counts once.
      CREATE UNIQUE INDEX refund_credit_note ON refund (cost_pool_id, credit_note) WHERE state IN ('proposed', 'posted');

      -- A line names a bill of the very pool that is refunded.
      CREATE TABLE refund_line (
        refund_id    uuid NOT NULL,
        item_id      uuid NOT NULL,
        cost_pool_id uuid NOT NULL,
        amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
        PRIMARY KEY (refund_id, item_id),
        FOREIGN KEY (refund_id, cost_pool_id) REFERENCES refund (id, cost_pool_id),
        FOREIGN KEY (cost_pool_id, item_id) REFERENCES cost_item
      );
      -- What is the party's of it; to which share it belongs is said by the position.
      CREATE TABLE refund_part (
        refund_id    uuid NOT NULL,
        position     integer NOT NULL,
        cost_pool_id uuid NOT NULL,
        -- What the party had back before, or was about to have.
        before_fen   bigint NOT NULL CHECK (before_fen >= 0),
        amount_fen   bigint NOT NULL CHECK (amount_fen >= 0),
        PRIMARY KEY (refund_id, position),
        FOREIGN KEY (refund_id, cost_pool_id) REFERENCES refund (id, cost_pool_id),
        FOREIGN KEY (cost_pool_id, position) REFERENCES cost_share
      );

      -- Lines and parts make the same total, whatever program writes them; looked at when the transaction commits.
      CREATE FUNCTION check_refund_sum() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        whole refund;
        lines bigint;
        parts bigint;
      BEGIN
        SELECT * INTO whole FROM refund WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
        SELECT coalesce(sum(amount_fen), 0) INTO lines FROM refund_line WHERE refund_id = whole.id;
        SELECT coalesce(sum(amount_fen), 0) INTO parts FROM refund_part WHERE refund_id = whole.id;
        IF lines <> whole.total_fen OR parts + whole.subsidy_fen <> whole.total_fen THEN
          RAISE EXCEPTION 'the parts of refund % do not make its total', whole.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER refund_sum AFTER INSERT OR UPDATE ON refund
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('id');
      CREATE CONSTRAINT TRIGGER refund_line_sum AFTER INSERT OR UPDATE ON refund_line
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('refund_id');
      CREATE CONSTRAINT TRIGGER refund_part_sum AFTER INSERT OR UPDATE ON refund_part
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_refund_sum('refund_id');

      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored',
          'damage', 'depositHeld', 'depositKept', 'depositReleased', 'loanFee', 'refund'));
    `);
  }

  /** What is posted stays, whatever it is called: a ledger loses nothing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
        ADD CONSTRAINT entry_kind_check CHECK (kind IN ('costs', 'reversal', 'netting', 'payment', 'restored',
          'damage', 'depositHeld', 'depositKept', 'depositReleased', 'loanFee')) NOT VALID;
      DROP TABLE refund_part, refund_line, refund;
      DROP FUNCTION check_refund_sum();
    `);
  }
}
