import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands in an election is a person, as a retained or former member cannot. Elections that were called before have
 * names alone, and are opened as they were.
 */
export class VoteCandidates1767315000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vote_candidate (
        vote_id   uuid NOT NULL REFERENCES vote,
        number    integer NOT NULL CHECK (number BETWEEN 1 AND 20),
        person_id uuid NOT NULL,
        PRIMARY KEY (vote_id, number),
        CONSTRAINT vote_candidate_once UNIQUE (vote_id, person_id)
      );
      -- In which elections a person stood, for what is kept of them.
      CREATE INDEX vote_candidate_person ON vote_candidate (person_id);
      -- Like the roll: nobody comes to stand in, or leaves, an election that people vote in.
      CREATE TRIGGER vote_candidate_fixed BEFORE INSERT OR DELETE ON vote_candidate
      FOR EACH ROW EXECUTE FUNCTION vote_roll_is_fixed();
      CREATE TRIGGER vote_candidate_promise BEFORE UPDATE ON vote_candidate
      FOR EACH ROW EXECUTE FUNCTION keep_promise();
      ALTER TABLE vote DROP CONSTRAINT vote_withdrawal_check,
        ADD CONSTRAINT vote_withdrawal_check CHECK (withdrawal IN ('officer', 'rollSmall', 'candidateGone')) NOT VALID;
    `);
    await runner.query('ALTER TABLE vote VALIDATE CONSTRAINT vote_withdrawal_check');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE vote_candidate;
      -- What was withdrawn for a candidate becomes one that its officer has withdrawn, which the trigger forbids otherwise.
      ALTER TABLE vote DISABLE TRIGGER vote_promise;
      UPDATE vote SET withdrawal = 'officer' WHERE withdrawal = 'candidateGone';
      ALTER TABLE vote ENABLE TRIGGER vote_promise;
      ALTER TABLE vote DROP CONSTRAINT vote_withdrawal_check,
        ADD CONSTRAINT vote_withdrawal_check CHECK (withdrawal IN ('officer', 'rollSmall'));
    `);
  }
}
