import type { MigrationInterface, QueryRunner } from 'typeorm';

const promise = (final: string): string => `
  CREATE TRIGGER survey_promise BEFORE UPDATE ON survey FOR EACH ROW
    WHEN (OLD.state IN (${final}) OR (NEW.private_key IS NOT NULL AND NEW.private_key <> OLD.private_key)
      OR (NEW.activity_id, NEW.indicator_system_id, NEW.questions, NEW.cuts, NEW.public_key, NEW.opens_at, NEW.closes_at)
      IS DISTINCT FROM
         (OLD.activity_id, OLD.indicator_system_id, OLD.questions, OLD.cuts, OLD.public_key, OLD.opens_at, OLD.closes_at))
    EXECUTE FUNCTION keep_promise()`;

/**
 * Answers are kept sealed to a key that is in a file, and never plain: rows of before tell from their transactions who wrote
 * them. What is there of plain answers goes; the results of closed surveys stay. A survey that is open has no such key and
 * cannot get one, since nobody may tell its answers from later ones: it is void, and may be held again.
 */
export class SealedAnswers1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE survey_response;
      DELETE FROM due WHERE kind IN ('survey-scatter', 'survey-moment')
        OR (kind IN ('survey-open', 'survey-remind', 'survey-close')
            AND key IN (SELECT id::text FROM survey WHERE state = 'open'));

      DROP TRIGGER survey_promise ON survey;
      ALTER TABLE survey
        DROP CONSTRAINT survey_state_check,
        DROP CONSTRAINT survey_check1,
        DROP CONSTRAINT survey_check2,
        DROP CONSTRAINT survey_activity_id_indicator_system_id_key,
        ADD COLUMN sealing_key bytea CHECK (octet_length(sealing_key) = 32);
      UPDATE survey SET state = 'void', closed_at = now(), private_key = NULL, version = version + 1
        WHERE state = 'open';
      ALTER TABLE survey
        ADD CONSTRAINT survey_state_known CHECK (state IN ('open', 'closing', 'closed', 'void')),
        ADD CONSTRAINT survey_closed_at CHECK ((state IN ('closed', 'void')) = (closed_at IS NOT NULL)),
        -- After the end nothing is signed any more.
        ADD CONSTRAINT survey_signs CHECK ((state = 'open') = (private_key IS NOT NULL)),
        ADD CONSTRAINT survey_sealed CHECK (state NOT IN ('open', 'closing') OR sealing_key IS NOT NULL);
      -- One survey of an activity by the same indicators: a second would be subtracted from the first. A void one has no results.
      CREATE UNIQUE INDEX survey_once ON survey (activity_id, indicator_system_id) WHERE state <> 'void';
      ${promise(`'closed', 'void'`)};

      CREATE TABLE sealed_answer (
        survey_id    uuid NOT NULL REFERENCES survey,
        token_hash   bytea NOT NULL,
        receipt_hash bytea NOT NULL CHECK (octet_length(receipt_hash) = 32),
        sealed       bytea NOT NULL,
        -- One insert burns the token and keeps the answer.
        PRIMARY KEY (survey_id, token_hash)
      );
      CREATE TABLE sealed_text (
        survey_id uuid NOT NULL REFERENCES survey,
        id        uuid NOT NULL,
        sealed    bytea NOT NULL,
        PRIMARY KEY (survey_id, id)
      );
      -- What is sealed does not get shorter.
      ALTER TABLE sealed_answer ALTER COLUMN sealed SET STORAGE EXTERNAL;
      ALTER TABLE sealed_text ALTER COLUMN sealed SET STORAGE EXTERNAL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sealed_text, sealed_answer;
      DROP TRIGGER survey_promise ON survey;
      DROP INDEX survey_once;
      DELETE FROM survey_token_grant WHERE survey_id IN (SELECT id FROM survey WHERE state IN ('closing', 'void'));
      DELETE FROM survey WHERE state IN ('closing', 'void');
      ALTER TABLE survey
        DROP CONSTRAINT survey_state_known,
        DROP CONSTRAINT survey_closed_at,
        DROP CONSTRAINT survey_signs,
        DROP CONSTRAINT survey_sealed,
        DROP COLUMN sealing_key,
        ADD CONSTRAINT survey_state_check CHECK (state IN ('open', 'closed')),
        ADD CONSTRAINT survey_check1 CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        ADD CONSTRAINT survey_check2 CHECK ((state = 'open') = (private_key IS NOT NULL)),
        ADD UNIQUE (activity_id, indicator_system_id);
      ${promise(`'closed'`)};
      CREATE TABLE survey_response (
        survey_id  uuid NOT NULL REFERENCES survey,
        id         uuid NOT NULL,
        token_hash bytea NOT NULL,
        answers    jsonb NOT NULL,
        PRIMARY KEY (survey_id, id),
        UNIQUE (survey_id, token_hash)
      );
    `);
  }
}
