import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret votes of assemblies, and who may vote in them. Ballots are kept as answers of surveys are. New tables only. */
export class Votes1766900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vote (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        union_id    uuid NOT NULL,
        called_by   uuid NOT NULL,
        title       text NOT NULL,
        text        text NOT NULL,
        kind        text NOT NULL CHECK (kind IN ('motion', 'election')),
        candidates  jsonb,
        seats       integer CHECK (seats > 0),
        roll        text NOT NULL CHECK (roll IN ('named', 'all')),
        quorum      text NOT NULL CHECK (quorum IN ('half', 'twoThirds')),
        majority    text NOT NULL CHECK (majority IN ('present', 'all', 'halfOfAll')),
        show_to     text NOT NULL CHECK (show_to IN ('roll', 'members')),
        state       text NOT NULL CHECK (state IN ('scheduled', 'open', 'closing', 'closed', 'withdrawn', 'void')),
        withdrawal  text CHECK (withdrawal IN ('officer', 'rollSmall')),
        public_key  jsonb,
        private_key text,
        sealing_key bytea CHECK (octet_length(sealing_key) = 32),
        opens_at    timestamptz NOT NULL,
        closes_at   timestamptz NOT NULL,
        closed_at   timestamptz,
        entitled    integer CHECK (entitled >= 5),
        result      jsonb,
        created_at  timestamptz NOT NULL,
        CHECK (opens_at < closes_at),
        CHECK ((kind = 'election') = (candidates IS NOT NULL) AND (candidates IS NULL) = (seats IS NULL)),
        CHECK ((state = 'withdrawn') = (withdrawal IS NOT NULL)),
        CONSTRAINT vote_closed_at CHECK ((state IN ('closed', 'void')) = (closed_at IS NOT NULL)),
        -- While it is open a result would be a running total.
        CONSTRAINT vote_result_after_close CHECK ((state = 'closed') = (result IS NOT NULL)),
        -- Nothing is signed before the roll is fixed, and nothing after the end.
        CONSTRAINT vote_signs CHECK ((state = 'open') = (private_key IS NOT NULL)),
        CONSTRAINT vote_opened CHECK ((state IN ('scheduled', 'withdrawn')) = (sealing_key IS NULL)),
        CHECK ((sealing_key IS NULL) = (public_key IS NULL) AND (sealing_key IS NULL) = (entitled IS NULL))
      );
      -- The votes of a union, newest first.
      CREATE INDEX vote_union ON vote (union_id, id);
      -- Those without a result: whose keys are looked after, and in which people can vote.
      CREATE INDEX vote_unfinished ON vote (state) WHERE state IN ('open', 'closing');

      -- No time: the order of signatures would be a hint to the order of ballots.
      CREATE TABLE vote_voter (
        vote_id         uuid NOT NULL REFERENCES vote,
        person_id       uuid NOT NULL,
        blinded_hash    bytea,
        blind_signature bytea,
        PRIMARY KEY (vote_id, person_id),
        CHECK ((blinded_hash IS NULL) = (blind_signature IS NULL))
      );
      -- The votes that a person may take part in.
      CREATE INDEX vote_voter_person ON vote_voter (person_id, vote_id);

      CREATE TRIGGER vote_promise BEFORE UPDATE ON vote FOR EACH ROW
      WHEN (OLD.state IN ('closed', 'withdrawn', 'void')
        OR (NEW.union_id, NEW.title, NEW.text, NEW.kind, NEW.candidates, NEW.seats, NEW.roll, NEW.quorum, NEW.majority,
            NEW.show_to, NEW.opens_at, NEW.closes_at)
          IS DISTINCT FROM
           (OLD.union_id, OLD.title, OLD.text, OLD.kind, OLD.candidates, OLD.seats, OLD.roll, OLD.quorum, OLD.majority,
            OLD.show_to, OLD.opens_at, OLD.closes_at)
        OR (OLD.state <> 'scheduled' AND (NEW.public_key, NEW.sealing_key, NEW.entitled)
            IS DISTINCT FROM (OLD.public_key, OLD.sealing_key, OLD.entitled))
        OR (OLD.private_key IS NOT NULL AND NEW.private_key <> OLD.private_key))
      EXECUTE FUNCTION keep_promise();

      -- The roll is fixed once the vote is open, and a person has one token.
      CREATE FUNCTION vote_roll_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM vote v WHERE v.id = coalesce(NEW.vote_id, OLD.vote_id) AND v.state <> 'scheduled') THEN
          RAISE EXCEPTION 'the roll of a vote is fixed' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER vote_voter_fixed BEFORE INSERT OR DELETE ON vote_voter
      FOR EACH ROW EXECUTE FUNCTION vote_roll_is_fixed();
      CREATE TRIGGER vote_voter_promise BEFORE UPDATE ON vote_voter FOR EACH ROW
      WHEN (OLD.blinded_hash IS NOT NULL OR (NEW.vote_id, NEW.person_id) IS DISTINCT FROM (OLD.vote_id, OLD.person_id))
      EXECUTE FUNCTION keep_promise();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vote_voter, vote');
    await runner.query('DROP FUNCTION vote_roll_is_fixed()');
  }
}
