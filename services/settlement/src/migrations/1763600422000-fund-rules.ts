import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of spending: dated sets of limits, what bills were for, and what an approver above has let pass. */
export class FundRules1763600422000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fund_rule_set (
        id               uuid PRIMARY KEY,
        version          integer NOT NULL,
        union_id         uuid NOT NULL,
        version_number   integer CHECK (version_number > 0),
        name             text NOT NULL,
        source           jsonb NOT NULL,
        valid_from       date NOT NULL,
        valid_until      date CHECK (valid_until >= valid_from),
        state            text NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
        rules            jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
        copied_from_id   uuid REFERENCES fund_rule_set,
        created_by       uuid NOT NULL,
        created_at       timestamptz NOT NULL,
        published_by     uuid,
        published_at     timestamptz,
        superseded_by_id uuid REFERENCES fund_rule_set,
        -- The sets that a union has published are one line: the later number comes after.
        UNIQUE (union_id, version_number),
        CHECK ((state = 'draft') = (version_number IS NULL)),
        CHECK ((state = 'draft') = (published_at IS NULL)),
        CHECK ((state = 'draft') = (published_by IS NULL)),
        CHECK ((state = 'superseded') = (superseded_by_id IS NOT NULL))
      );
      -- Which set of a union has begun on a day: asked for each union above a payer, at each submission.
      CREATE INDEX fund_rule_set_begun ON fund_rule_set (union_id, valid_from, version_number)
        WHERE state <> 'draft';

      -- What is published binds what was spent under it, so whatever program writes, its words stay.
      CREATE FUNCTION keep_published_rules() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF OLD.state <> 'draft' AND (TG_OP = 'DELETE' OR
           (NEW.union_id, NEW.version_number, NEW.name, NEW.source, NEW.valid_from, NEW.rules)
             IS DISTINCT FROM
           (OLD.union_id, OLD.version_number, OLD.name, OLD.source, OLD.valid_from, OLD.rules)
           OR NEW.valid_until IS DISTINCT FROM OLD.valid_until) THEN
          RAISE EXCEPTION 'fund rule set % is published', OLD.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER fund_rule_set_kept BEFORE UPDATE OR DELETE ON fund_rule_set
        FOR EACH ROW EXECUTE FUNCTION keep_published_rules();

      CREATE TABLE fund_rule_override (
        cost_pool_id uuid NOT NULL REFERENCES cost_pool,
        id           uuid NOT NULL,
        -- Not a reference: a bill may be taken out again, and what was let pass is shown for ever.
        item_id      uuid NOT NULL,
        item_title   text NOT NULL,
        -- Who pays it: whoever lets it pass stands above.
        union_id     uuid NOT NULL,
        set_id       uuid NOT NULL REFERENCES fund_rule_set,
        rule_key     text NOT NULL,
        measure      text NOT NULL CHECK (measure IN ('money', 'heads', 'days')),
        allowed      bigint NOT NULL CHECK (allowed >= 0),
        -- What is over this is let pass by nobody.
        actual       bigint NOT NULL CHECK (actual > allowed),
        over_fen     bigint NOT NULL CHECK (over_fen >= 0),
        reason       text NOT NULL,
        lifted_by    uuid NOT NULL,
        lifted_at    timestamptz NOT NULL,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        PRIMARY KEY (cost_pool_id, id),
        CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
      );
      -- A breach is let pass once at a time.
      CREATE UNIQUE INDEX fund_rule_override_live ON fund_rule_override (cost_pool_id, item_id, set_id, rule_key)
        WHERE withdrawn_at IS NULL;

      ALTER TABLE cost_item ADD COLUMN use jsonb CHECK (use ->> 'kind' IN
        ('prize', 'souvenir', 'gift', 'outing', 'meal', 'lodging', 'fee', 'other'));
      -- What a union has spent in a year, where a rule bounds it.
      CREATE INDEX cost_item_union ON cost_item (union_id, expense_code);
      CREATE INDEX cost_pool_organiser ON cost_pool (union_id, id);

      -- On which days an activity was; null in copies from before it was kept: republish activity.
      ALTER TABLE activity_ref ADD COLUMN starts_at timestamptz, ADD COLUMN ends_at timestamptz;

      -- Of which union somebody is a member; null in copies from before it was kept: republish member.
      ALTER TABLE member_ref ADD COLUMN union_id uuid, ADD COLUMN state text;
      CREATE INDEX member_ref_union ON member_ref (union_id) WHERE state <> 'ended';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member_ref DROP COLUMN union_id, DROP COLUMN state;
      ALTER TABLE activity_ref DROP COLUMN starts_at, DROP COLUMN ends_at;
      DROP INDEX cost_pool_organiser, cost_item_union;
      ALTER TABLE cost_item DROP COLUMN use;
      DROP TABLE fund_rule_override, fund_rule_set;
      DROP FUNCTION keep_published_rules();
    `);
  }
}
