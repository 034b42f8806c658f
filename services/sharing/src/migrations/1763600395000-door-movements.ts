import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People leave and come back, and a scan that was a mistake is undone: by a further row, as no row is ever changed. */
export class DoorMovements1763600395000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE check_in_operation
        ADD COLUMN direction text NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
        ADD COLUMN undoes uuid,
        ADD COLUMN reason text,
        ADD FOREIGN KEY (activity_id, undoes) REFERENCES check_in_operation,
        DROP CONSTRAINT check_in_operation_result_check,
        ADD CONSTRAINT check_in_operation_result_check
          CHECK (result IN ('checkedIn', 'already', 'refused', 'checkedOut', 'cameBack', 'undone')),
        ADD CONSTRAINT check_in_operation_undone_check
          CHECK ((result = 'undone') = (undoes IS NOT NULL) AND (undoes IS NULL) = (reason IS NULL));
      -- A scan is undone once, and each look at the door asks of each scan whether it was.
      CREATE UNIQUE INDEX check_in_operation_undone ON check_in_operation (activity_id, undoes)
        WHERE undoes IS NOT NULL;

      -- Heads away after a movement, as afterMovement() of the door's rule counts them; its body is bound to what it
      -- names when it is made, so it needs no search_path.
      CREATE FUNCTION heads_away_after(away integer, direction text, heads integer, came integer) RETURNS integer
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE direction
          WHEN 'out' THEN least(came, away + coalesce(nullif(heads, 0), came))
          ELSE greatest(0, away - coalesce(nullif(heads, 0), came)) END;
      CREATE AGGREGATE heads_away(direction text, heads integer, came integer) (
        SFUNC = heads_away_after, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);

      DROP VIEW attendance;
      CREATE VIEW attendance AS
        SELECT f.activity_id, f.person_id, f.union_id, f.heads, f.walk_in, f.checked_in_at, f.revision, f.operation_id
        FROM attendance_fact f
        WHERE f.heads > 0 AND NOT EXISTS (
          SELECT 1 FROM attendance_fact newer
          WHERE newer.activity_id = f.activity_id AND newer.person_id = f.person_id AND newer.revision > f.revision);

      -- Each way through the door that was really taken, whatever the rule said of it, with how many came in all; of a
      -- code that nobody has each scan is somebody of his own. Nobody was there later than the platform heard of it.
      CREATE VIEW door_movement AS
        SELECT o.activity_id, o.person_id, coalesce(o.person_id, o.operation_id) AS who, o.operation_id, o.direction,
               coalesce(o.heads, 0) AS heads, o.result, o.admitted,
               least(o.scanned_at, o.received_at) AS moved_at, o.scanned_at,
               o.received_at, f.heads IS NOT NULL AS is_present,
               coalesce(f.heads, max(o.heads) FILTER (WHERE o.direction = 'in' AND o.result = 'refused')
                 OVER (PARTITION BY o.activity_id, o.person_id, coalesce(o.person_id, o.operation_id)), 0) AS came
        FROM check_in_operation o
        LEFT JOIN attendance f ON f.activity_id = o.activity_id AND f.person_id = o.person_id
        WHERE o.undoes IS NULL
        AND CASE o.direction WHEN 'out' THEN o.person_id IS NOT NULL
            ELSE o.admitted IS NOT FALSE AND (o.result <> 'refused' OR o.admitted) END
        AND NOT EXISTS (SELECT 1 FROM check_in_operation u
                        WHERE u.activity_id = o.activity_id AND u.undoes = o.operation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW door_movement, attendance;
      CREATE VIEW attendance AS
        SELECT f.activity_id, f.person_id, f.union_id, f.heads, f.walk_in, f.checked_in_at, f.revision
        FROM attendance_fact f
        WHERE f.heads > 0 AND NOT EXISTS (
          SELECT 1 FROM attendance_fact newer
          WHERE newer.activity_id = f.activity_id AND newer.person_id = f.person_id AND newer.revision > f.revision);
      DROP AGGREGATE heads_away(text, integer, integer);
      DROP FUNCTION heads_away_after(integer, text, integer, integer);

      -- What was undone counts again, and nobody has left: the rows that say so cannot be kept.
      ALTER TABLE attendance_fact DISABLE TRIGGER attendance_fact_append_only;
      ALTER TABLE check_in_operation DISABLE TRIGGER check_in_operation_append_only;
      DELETE FROM attendance_fact WHERE revision > 1 AND correction_id IS NULL;
      DELETE FROM check_in_operation WHERE undoes IS NOT NULL OR direction = 'out' OR result = 'cameBack';
      ALTER TABLE attendance_fact ENABLE TRIGGER attendance_fact_append_only;
      ALTER TABLE check_in_operation ENABLE TRIGGER check_in_operation_append_only;
      ALTER TABLE check_in_operation
        DROP CONSTRAINT check_in_operation_undone_check,
        DROP CONSTRAINT check_in_operation_result_check,
        ADD CONSTRAINT check_in_operation_result_check CHECK (result IN ('checkedIn', 'already', 'refused')),
        DROP COLUMN direction, DROP COLUMN undoes, DROP COLUMN reason;
    `);
  }
}
