import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (words: string): string => `
  ALTER TABLE efficacy_survey
    DROP CONSTRAINT efficacy_survey_state_check,
    ADD CONSTRAINT efficacy_survey_state_check CHECK (state IN (${words}))`;
/** A season is asked about once; where nobody was asked, or nobody can read what was answered, again. */
const season = (without: string): string => `
  ALTER TABLE efficacy_survey
    DROP CONSTRAINT efficacy_survey_season,
    ADD CONSTRAINT efficacy_survey_season EXCLUDE USING gist
      (union_id WITH =, daterange(period_from, period_to, '[]') WITH &&) WHERE (state NOT IN (${without}))`;
const promised = 'union_id, indicator_system_id, questions, period_from, period_to';
const promise = (final: string): string => `
  CREATE TRIGGER efficacy_survey_promise BEFORE UPDATE ON efficacy_survey FOR EACH ROW
    WHEN (OLD.state IN (${final}) OR ${changed(promised)}
      OR (OLD.state <> 'scheduled' AND ${changed('name, opens_at, closes_at')}))
    EXECUTE FUNCTION keep_promise()`;

/**
 * Pooled answers are kept sealed, each with the hash of a token, and never plain: rows of before tell from their
 * transactions which party wrote them. What is there of plain answers goes; the results of closed seasons stay. A season
 * that is open has no keys and cannot get any, since its answers could be told from later ones: it is void, and may be held
 * again.
 */
export class SealedSeasons1763800000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE efficacy_pooled_answer;
      -- Answers of both kinds of surveys are kept alike.
      ALTER TABLE sealed_answer DROP CONSTRAINT sealed_answer_survey_id_fkey;
      DELETE FROM due WHERE kind IN ('efficacy-survey-open', 'efficacy-survey-close', 'efficacy-survey-remind')
        AND key IN (SELECT id::text FROM efficacy_survey WHERE state = 'open');
      DROP TRIGGER efficacy_survey_promise ON efficacy_survey;
      ${states(`'scheduled', 'open', 'closing', 'closed', 'cancelled', 'void'`)};
      ALTER TABLE efficacy_survey ADD COLUMN sealing_key bytea CHECK (octet_length(sealing_key) = 32);
      ALTER TABLE efficacy_survey DROP CONSTRAINT efficacy_survey_check1;
      UPDATE efficacy_survey SET state = 'void', closed_at = now(), version = version + 1 WHERE state = 'open';
      ALTER TABLE efficacy_survey
        ADD CONSTRAINT efficacy_survey_closed_at CHECK ((state IN ('closed', 'void')) = (closed_at IS NOT NULL)),
        ADD CONSTRAINT efficacy_survey_sealed CHECK (state NOT IN ('open', 'closing') OR sealing_key IS NOT NULL);
      ${season(`'cancelled', 'void'`)};
      ${promise(`'closed', 'cancelled', 'void'`)};

      -- Of what was signed for a party: asked for again it is signed again, and anything else is not.
      ALTER TABLE efficacy_invitation
        ADD COLUMN blinded_hash bytea CHECK (octet_length(blinded_hash) = 32),
        ADD CONSTRAINT efficacy_invitation_token CHECK (blinded_hash IS NULL OR manner = 'pooled');

      CREATE TABLE efficacy_pool (
        survey_id   uuid NOT NULL REFERENCES efficacy_survey,
        id          uuid NOT NULL,
        kind        text NOT NULL,
        path        text COLLATE "C" NOT NULL,
        public_key  jsonb,
        private_key text CHECK (private_key IS NULL OR public_key IS NOT NULL),
        PRIMARY KEY (survey_id, id),
        -- One key for all of a pool: a second would mark those who have it.
        UNIQUE (survey_id, kind, path)
      );
      CREATE TRIGGER efficacy_pool_promise BEFORE UPDATE ON efficacy_pool FOR EACH ROW
        WHEN ((NEW.survey_id, NEW.id, NEW.kind, NEW.path) IS DISTINCT FROM (OLD.survey_id, OLD.id, OLD.kind, OLD.path)
          OR (OLD.public_key IS NOT NULL AND NEW.public_key IS DISTINCT FROM OLD.public_key))
        EXECUTE FUNCTION keep_promise();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE efficacy_pool;
      ALTER TABLE efficacy_invitation
        DROP CONSTRAINT efficacy_invitation_token,
        DROP COLUMN blinded_hash;
      DROP TRIGGER efficacy_survey_promise ON efficacy_survey;
      DELETE FROM sealed_answer WHERE survey_id NOT IN (SELECT id FROM survey);
      ALTER TABLE sealed_answer ADD FOREIGN KEY (survey_id) REFERENCES survey;
      UPDATE efficacy_survey SET state = 'cancelled', closed_at = NULL WHERE state IN ('open', 'closing', 'void');
      ALTER TABLE efficacy_survey
        DROP CONSTRAINT efficacy_survey_closed_at,
        DROP CONSTRAINT efficacy_survey_sealed,
        DROP COLUMN sealing_key,
        ADD CONSTRAINT efficacy_survey_check1 CHECK ((state = 'closed') = (closed_at IS NOT NULL));
      ${states(`'scheduled', 'open', 'closed', 'cancelled'`)};
      ${season(`'cancelled'`)};
      ${promise(`'closed', 'cancelled'`)};
      CREATE TABLE efficacy_pooled_answer (
        survey_id uuid NOT NULL REFERENCES efficacy_survey,
        id        uuid NOT NULL,
        kind      text NOT NULL,
        pool_path text COLLATE "C" NOT NULL,
        answers   jsonb NOT NULL,
        PRIMARY KEY (survey_id, id)
      );
    `);
  }
}

function changed(columns: string): string {
  const of = (row: 'OLD' | 'NEW'): string => columns.replaceAll(/\w+/g, (column) => `${row}.${column}`);
  return `(${of('NEW')}) IS DISTINCT FROM (${of('OLD')})`;
}
