import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Surveys in two halves that nothing joins: who had a token signed, and what was answered with a token. The answers
 * know a hash and nothing else.
 */
export class Surveys1763600430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        activity_id         uuid NOT NULL,
        activity_title      text NOT NULL,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        union_id            uuid NOT NULL,
        state               text NOT NULL CHECK (state IN ('open', 'closed')),
        questions           jsonb NOT NULL,
        cuts                jsonb NOT NULL,
        public_key          jsonb NOT NULL,
        private_key         text,
        opens_at            timestamptz NOT NULL,
        closes_at           timestamptz NOT NULL,
        closed_at           timestamptz,
        created_at          timestamptz NOT NULL,
        -- One survey of an activity by the same indicators: a second would be subtracted from the first.
        UNIQUE (activity_id, indicator_system_id),
        CHECK (opens_at < closes_at),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        -- After the close nothing is signed any more.
        CHECK ((state = 'open') = (private_key IS NOT NULL))
      );

      -- Whoever answers has been promised anonymity, these questions and these cuts: none of it can change, and a
      -- closed survey stays as it is.
      CREATE FUNCTION keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a survey keeps what it promised' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER survey_promise BEFORE UPDATE ON survey FOR EACH ROW
        WHEN (OLD.state = 'closed' OR (NEW.private_key IS NOT NULL AND NEW.private_key <> OLD.private_key)
          OR (NEW.activity_id, NEW.indicator_system_id, NEW.questions, NEW.cuts, NEW.public_key, NEW.opens_at, NEW.closes_at)
          IS DISTINCT FROM
             (OLD.activity_id, OLD.indicator_system_id, OLD.questions, OLD.cuts, OLD.public_key, OLD.opens_at, OLD.closes_at))
        EXECUTE FUNCTION keep_promise();

      -- No time: the order of signatures would be a hint to the order of answers.
      CREATE TABLE survey_token_grant (
        survey_id       uuid NOT NULL REFERENCES survey,
        person_id       uuid NOT NULL,
        blinded_hash    bytea NOT NULL,
        blind_signature bytea NOT NULL,
        PRIMARY KEY (survey_id, person_id)
      );

      CREATE TABLE survey_response (
        survey_id  uuid NOT NULL REFERENCES survey,
        id         uuid NOT NULL,
        token_hash bytea NOT NULL,
        answers    jsonb NOT NULL,
        PRIMARY KEY (survey_id, id),
        -- One insert burns the token and keeps the answer.
        UNIQUE (survey_id, token_hash)
      );

      CREATE TABLE survey_result (
        survey_id    uuid NOT NULL REFERENCES survey,
        dimension    text NOT NULL,
        key          text NOT NULL,
        question_key text NOT NULL,
        -- Five or more, or nothing.
        answer_count integer CHECK (answer_count >= 5),
        answer_sum   integer,
        function     text,
        business     text,
        direction    text,
        frozen_on    date NOT NULL,
        PRIMARY KEY (survey_id, dimension, key, question_key),
        CHECK ((answer_count IS NULL) = (answer_sum IS NULL))
      );
      -- What was published within a period.
      CREATE INDEX survey_result_frozen_on ON survey_result (frozen_on)
        WHERE dimension = 'all' AND answer_count IS NOT NULL AND function IS NOT NULL;

      CREATE TABLE survey_text_result (
        survey_id    uuid NOT NULL REFERENCES survey,
        question_key text NOT NULL,
        texts        jsonb NOT NULL,
        PRIMARY KEY (survey_id, question_key)
      );
    `);
    for (const table of ['survey_result', 'survey_text_result']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE survey_text_result, survey_result, survey_response, survey_token_grant, survey;
      DROP FUNCTION keep_promise();
    `);
  }
}
