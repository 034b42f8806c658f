import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = ['union', 'enterprise', 'club', 'provider', 'borrower', 'organisation'];
const partyKinds = ['union', 'enterprise', 'club', 'organisation'];
const promised = 'union_id, indicator_system_id, questions, period_from, period_to';

/**
 * A season that has not opened can be moved or called off, and then the same days may be asked about anew. Volunteers are
 * asked, too: persons, by the loans of what is their own; without their names, and pooled alone.
 */
export class SeasonsOfVolunteers1763600481000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE loan_ref ADD COLUMN owner_person_id uuid;
      ${allow('kind', [...kinds, 'volunteer'])}
      ${allow('party_kind', [...partyKinds, 'person'])}
      ALTER TABLE efficacy_invitation
        ADD CONSTRAINT efficacy_invitation_volunteer CHECK ((kind = 'volunteer') = (party_kind = 'person')),
        ADD CONSTRAINT efficacy_invitation_person
          CHECK (party_kind <> 'person' OR (party_name = '' AND manner IS DISTINCT FROM 'named'));
      -- What a volunteer may answer.
      CREATE INDEX efficacy_invitation_person_own ON efficacy_invitation (party_id, survey_id) WHERE party_kind = 'person';

      ALTER TABLE efficacy_survey
        DROP CONSTRAINT efficacy_survey_state_check,
        ADD CONSTRAINT efficacy_survey_state_check CHECK (state IN ('scheduled', 'open', 'closed', 'cancelled')),
        DROP CONSTRAINT efficacy_survey_season,
        -- A season is asked about once. It also serves the search for the season before.
        ADD CONSTRAINT efficacy_survey_season EXCLUDE USING gist
          (union_id WITH =, daterange(period_from, period_to, '[]') WITH &&) WHERE (state <> 'cancelled');
      DROP TRIGGER efficacy_survey_promise ON efficacy_survey;
      -- Its times are promised to nobody until it opens.
      CREATE TRIGGER efficacy_survey_promise BEFORE UPDATE ON efficacy_survey FOR EACH ROW
        WHEN (OLD.state IN ('closed', 'cancelled') OR ${changed(promised)}
          OR (OLD.state <> 'scheduled' AND ${changed('name, opens_at, closes_at')}))
        EXECUTE FUNCTION keep_promise();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER efficacy_survey_promise ON efficacy_survey;
      DELETE FROM efficacy_survey WHERE state = 'cancelled';
      ALTER TABLE efficacy_survey
        DROP CONSTRAINT efficacy_survey_state_check,
        ADD CONSTRAINT efficacy_survey_state_check CHECK (state IN ('scheduled', 'open', 'closed')),
        DROP CONSTRAINT efficacy_survey_season,
        ADD CONSTRAINT efficacy_survey_season EXCLUDE USING gist
          (union_id WITH =, daterange(period_from, period_to, '[]') WITH &&);
      CREATE TRIGGER efficacy_survey_promise BEFORE UPDATE ON efficacy_survey FOR EACH ROW
        WHEN (OLD.state = 'closed' OR ${changed(`${promised}, opens_at, closes_at`)})
        EXECUTE FUNCTION keep_promise();

      DROP INDEX efficacy_invitation_person_own;
      DELETE FROM efficacy_invitation WHERE party_kind = 'person';
      ALTER TABLE efficacy_invitation
        DROP CONSTRAINT efficacy_invitation_person,
        DROP CONSTRAINT efficacy_invitation_volunteer;
      ${allow('kind', kinds)}
      ${allow('party_kind', partyKinds)}
      ALTER TABLE loan_ref DROP COLUMN owner_person_id;
    `);
  }
}

function allow(column: 'kind' | 'party_kind', words: readonly string[]): string {
  const name = `efficacy_invitation_${column}_check`;
  const list = words.map((word) => `'${word}'`).join(', ');
  return `ALTER TABLE efficacy_invitation DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${column} IN (${list}));`;
}

function changed(columns: string): string {
  const of = (row: 'OLD' | 'NEW'): string => columns.replaceAll(/\w+/g, (column) => `${row}.${column}`);
  return `(${of('NEW')}) IS DISTINCT FROM (${of('OLD')})`;
}
