import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every kind of party thinks of the mechanism, asked once a season: who was invited, named answers, pooled ones that
 * know no party, and what was published of them. With it the copies by which a party is known, and what it did.
 */
export class EfficacySurveys1763600464000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.copies(runner);
    await this.surveys(runner);
    await this.answers(runner);
    for (const table of ['efficacy_named_answer', 'efficacy_result', 'efficacy_fact'])
      await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE efficacy_fact, efficacy_result, efficacy_pooled_answer, efficacy_named_answer, efficacy_invitation,
        efficacy_survey;
      DROP TABLE activity_host_ref, party_ref;
    `);
  }

  private async copies(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party_ref (
        kind     text NOT NULL,
        id       uuid NOT NULL,
        version  integer NOT NULL,
        name     text NOT NULL,
        union_id uuid,
        active   boolean NOT NULL,
        PRIMARY KEY (kind, id)
      );
      CREATE TABLE activity_host_ref (
        activity_id uuid PRIMARY KEY,
        version     integer NOT NULL,
        -- The organiser first, each as kind:id.
        hosts       text[] NOT NULL
      );
    `);
  }

  private async surveys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE efficacy_survey (
        id                  uuid PRIMARY KEY,
        version             integer NOT NULL,
        union_id            uuid NOT NULL,
        -- Its place when the survey opened: trees move, and what was pooled stays where it was.
        root_path           text COLLATE "C" NOT NULL,
        name                text NOT NULL,
        indicator_system_id uuid NOT NULL REFERENCES indicator_system,
        period_from         date NOT NULL,
        period_to           date NOT NULL,
        state               text NOT NULL CHECK (state IN ('scheduled', 'open', 'closed')),
        questions           jsonb NOT NULL,
        opens_at            timestamptz NOT NULL,
        closes_at           timestamptz NOT NULL,
        closed_at           timestamptz,
        created_at          timestamptz NOT NULL,
        CHECK (opens_at < closes_at),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        -- A season is asked about once. It also serves the search for the season before.
        CONSTRAINT efficacy_survey_season EXCLUDE USING gist
          (union_id WITH =, daterange(period_from, period_to, '[]') WITH &&)
      );
      -- Whoever answers has been promised these questions, this season and this end.
      CREATE TRIGGER efficacy_survey_promise BEFORE UPDATE ON efficacy_survey FOR EACH ROW
        WHEN (OLD.state = 'closed' OR
          (NEW.union_id, NEW.indicator_system_id, NEW.questions, NEW.period_from, NEW.period_to, NEW.opens_at, NEW.closes_at)
          IS DISTINCT FROM
          (OLD.union_id, OLD.indicator_system_id, OLD.questions, OLD.period_from, OLD.period_to, OLD.opens_at, OLD.closes_at))
        EXECUTE FUNCTION keep_promise();

      CREATE TABLE efficacy_invitation (
        survey_id  uuid NOT NULL REFERENCES efficacy_survey,
        kind       text NOT NULL CHECK (kind IN ('union', 'enterprise', 'club', 'provider', 'borrower', 'organisation')),
        party_kind text NOT NULL CHECK (party_kind IN ('union', 'enterprise', 'club', 'organisation')),
        party_id   uuid NOT NULL,
        party_name text NOT NULL,
        -- Whose officers answer for it.
        union_id   uuid NOT NULL,
        union_name text NOT NULL,
        -- The smallest subtree with five such unions among the invited: all that is kept of where a pooled answer is from.
        pool_path  text COLLATE "C" NOT NULL,
        manner     text CHECK (manner IN ('named', 'pooled')),
        PRIMARY KEY (survey_id, kind, party_kind, party_id)
      );
      -- What the officers of a union may answer.
      CREATE INDEX efficacy_invitation_union ON efficacy_invitation (union_id, survey_id);
      -- An answer stands: neither its manner nor who was invited changes.
      CREATE TRIGGER efficacy_invitation_promise BEFORE UPDATE ON efficacy_invitation FOR EACH ROW
        WHEN (OLD.manner IS NOT NULL OR NEW.pool_path <> OLD.pool_path OR NEW.union_id <> OLD.union_id)
        EXECUTE FUNCTION keep_promise();
    `);
  }

  private async answers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE efficacy_named_answer (
        survey_id  uuid NOT NULL,
        kind       text NOT NULL,
        party_kind text NOT NULL,
        party_id   uuid NOT NULL,
        answers    jsonb NOT NULL,
        PRIMARY KEY (survey_id, kind, party_kind, party_id),
        FOREIGN KEY (survey_id, kind, party_kind, party_id) REFERENCES efficacy_invitation
      );
      -- No party and no time; the id is random. At the close all are written anew in its order.
      CREATE TABLE efficacy_pooled_answer (
        survey_id uuid NOT NULL REFERENCES efficacy_survey,
        id        uuid NOT NULL,
        kind      text NOT NULL,
        pool_path text COLLATE "C" NOT NULL,
        answers   jsonb NOT NULL,
        PRIMARY KEY (survey_id, id)
      );

      CREATE TABLE efficacy_result (
        survey_id uuid NOT NULL REFERENCES efficacy_survey,
        kind      text NOT NULL,
        dimension text NOT NULL CHECK (dimension IN ('all', 'party', 'pool')),
        key       text NOT NULL,
        name      text NOT NULL,
        is_rest   boolean NOT NULL,
        -- How many were asked, of all of a kind.
        invited   integer CHECK ((dimension = 'all') = (invited IS NOT NULL)),
        answers   integer NOT NULL CHECK (answers >= 0),
        opinions  jsonb NOT NULL,
        PRIMARY KEY (survey_id, kind, dimension, key),
        -- Five or more, or nothing.
        CHECK (dimension <> 'pool' OR answers >= 5),
        CHECK (dimension <> 'party' OR answers = 1)
      );
      CREATE TABLE efficacy_fact (
        survey_id uuid NOT NULL REFERENCES efficacy_survey,
        kind      text NOT NULL,
        fact      text NOT NULL,
        value     double precision,
        PRIMARY KEY (survey_id, kind, fact)
      );
    `);
  }
}
