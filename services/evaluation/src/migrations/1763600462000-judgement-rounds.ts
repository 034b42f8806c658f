import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds in which experts judge indicators in pairs, each by a secret link. What a judge has said counts as he said it:
 * once a round is closed neither its questions nor any judgement changes.
 */
export class JudgementRounds1763600462000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judgement_round (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        name                text NOT NULL,
        state               text NOT NULL CHECK (state IN ('open', 'closed')),
        groups              jsonb NOT NULL,
        closes_at           timestamptz NOT NULL,
        closed_at           timestamptz,
        created_at          timestamptz NOT NULL,
        CHECK ((state = 'closed') = (closed_at IS NOT NULL))
      );
      -- The rounds of a system, newest first.
      CREATE INDEX judgement_round_of_system ON judgement_round (indicator_system_id, id DESC);
      -- The open ones, newest first; most are closed.
      CREATE INDEX judgement_round_open ON judgement_round (id DESC) WHERE state = 'open';

      CREATE TABLE judge (
        judgement_round_id uuid NOT NULL REFERENCES judgement_round,
        id                 uuid NOT NULL,
        name               text NOT NULL,
        -- Of the secret link, which is shown once and kept nowhere.
        token_hash         text NOT NULL UNIQUE,
        judgements         jsonb NOT NULL,
        invited_at         timestamptz NOT NULL,
        saved_at           timestamptz,
        revoked_at         timestamptz,
        PRIMARY KEY (judgement_round_id, id),
        -- Two of one name could not be told apart by whoever reads what each said.
        UNIQUE (judgement_round_id, name)
      );

      CREATE FUNCTION keep_round() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        RAISE EXCEPTION 'a closed judging round never changes' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER judgement_round_closed BEFORE UPDATE OR DELETE ON judgement_round
        FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION keep_round();
      -- Judges compare what they were asked about.
      CREATE TRIGGER judgement_round_groups BEFORE UPDATE ON judgement_round
        FOR EACH ROW WHEN (NEW.groups IS DISTINCT FROM OLD.groups
          OR NEW.indicator_system_id IS DISTINCT FROM OLD.indicator_system_id) EXECUTE FUNCTION keep_round();

      CREATE FUNCTION keep_judgements() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM judgement_round WHERE id = OLD.judgement_round_id AND state = 'closed') THEN
          RAISE EXCEPTION 'the judgements of a closed round never change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER judge_of_closed BEFORE UPDATE ON judge
        FOR EACH ROW EXECUTE FUNCTION keep_judgements();

      ALTER TABLE weight_version ADD COLUMN judgement_round_id uuid REFERENCES judgement_round;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE weight_version DROP COLUMN judgement_round_id;
      DROP TABLE judge, judgement_round;
      DROP FUNCTION keep_judgements(), keep_round();
    `);
  }
}
