import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bills of an activity, and what each party owes of them. */
export class CostPools1763600330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many pools the same parties have had: the rotation of the next one.
      CREATE TABLE pool_sequence (
        parties_hash text PRIMARY KEY,
        next         integer NOT NULL
      );

      CREATE TABLE cost_pool (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        activity_id       uuid NOT NULL,
        union_id          uuid NOT NULL,
        agreement_id      uuid NOT NULL,
        agreement_version integer NOT NULL,
        -- Copied in, so that no later version of the agreement changes what is split here.
        terms             jsonb NOT NULL,
        state             text NOT NULL CHECK (state IN ('open', 'submitted', 'approved', 'reversed')),
        parties_hash      text NOT NULL,
        rotation          integer NOT NULL CHECK (rotation >= 0),
        usage             jsonb,
        facts_hash        text,
        total_fen         bigint CHECK (total_fen >= 0),
        subsidy_fen       bigint CHECK (subsidy_fen >= 0),
        submitted_by      uuid,
        approved_by       uuid,
        approved_at       timestamptz,
        entry_id          uuid REFERENCES entry,
        return_reason     text,
        created_at        timestamptz NOT NULL,
        UNIQUE (parties_hash, rotation),
        CHECK (state = 'open' OR (total_fen IS NOT NULL AND submitted_by IS NOT NULL)),
        -- Nobody approves what he submitted himself.
        CHECK (approved_by <> submitted_by),
        CHECK ((state IN ('approved', 'reversed')) = (approved_by IS NOT NULL))
      );
      -- One pool an activity; one that was reversed makes room for its correction.
      CREATE UNIQUE INDEX cost_pool_activity ON cost_pool (activity_id) WHERE state <> 'reversed';

      -- Whose officers see the pool: the unions behind its parties, its organiser and its source of subsidy.
      CREATE TABLE cost_pool_union (
        cost_pool_id uuid NOT NULL REFERENCES cost_pool,
        union_id     uuid NOT NULL,
        PRIMARY KEY (cost_pool_id, union_id)
      );
      CREATE INDEX cost_pool_union_pools ON cost_pool_union (union_id, cost_pool_id);

      CREATE TABLE cost_item (
        cost_pool_id   uuid NOT NULL REFERENCES cost_pool,
        id             uuid NOT NULL,
        payer_kind     text NOT NULL,
        payer_id       uuid NOT NULL,
        union_id       uuid NOT NULL,
        title          text NOT NULL,
        amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
        income_kind    text NOT NULL,
        expense_code   text NOT NULL,
        file_key       text NOT NULL,
        sha256         text NOT NULL,
        invoice_number text NOT NULL,
        created_by     uuid NOT NULL,
        created_at     timestamptz NOT NULL,
        -- Its pool was reversed: it no longer counts, and its invoice may stand in the correction.
        reversed       boolean NOT NULL DEFAULT false,
        PRIMARY KEY (cost_pool_id, id)
      );
      -- An invoice of a payer counts once.
      CREATE UNIQUE INDEX cost_item_invoice ON cost_item (payer_kind, payer_id, invoice_number) WHERE NOT reversed;

      CREATE TABLE cost_share (
        cost_pool_id uuid NOT NULL REFERENCES cost_pool,
        position     integer NOT NULL,
        party_kind   text NOT NULL,
        party_id     uuid NOT NULL,
        amount_fen   bigint NOT NULL,
        headcount    integer,
        trace        jsonb NOT NULL,
        PRIMARY KEY (cost_pool_id, position),
        UNIQUE (cost_pool_id, party_kind, party_id)
      );

      -- Shares and subsidy make the total, whatever program writes them; looked at when the transaction commits.
      CREATE FUNCTION check_cost_pool_sum() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        pool_id uuid := (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0])::uuid;
        pool    cost_pool;
        shared  bigint;
      BEGIN
        SELECT * INTO pool FROM cost_pool WHERE id = pool_id;
        SELECT coalesce(sum(amount_fen), 0) INTO shared FROM cost_share WHERE cost_pool_id = pool_id;
        IF shared + coalesce(pool.subsidy_fen, 0) <> coalesce(pool.total_fen, 0) THEN
          RAISE EXCEPTION 'the shares of cost pool % do not make its total', pool_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER cost_pool_sum AFTER INSERT OR UPDATE ON cost_pool
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_cost_pool_sum('id');
      CREATE CONSTRAINT TRIGGER cost_share_sum AFTER INSERT OR UPDATE OR DELETE ON cost_share
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_cost_pool_sum('cost_pool_id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cost_share, cost_item, cost_pool_union, cost_pool, pool_sequence;
      DROP FUNCTION check_cost_pool_sum();
    `);
  }
}
