import { Injectable } from '@nestjs/common';
import {
  type AttendanceTotals,
  type DoorFlowPointView,
  doorFlowPointsMax,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { Direction } from '@gongxiang/domain/door';
import type { Transaction } from '@gongxiang/persistence';

/** A movement through the door that counts. */
export interface KnownMovement {
  readonly operationId: string;
  readonly personId: string;
  readonly direction: Direction;
  readonly heads: number;
  readonly isRefused: boolean;
  readonly movedAt: Date;
}

/** Devices send scans when they can: movements are ordered by the time of the scan. */
const asMade = 'm.moved_at, m.scanned_at, m.received_at, m.operation_id';

/** SQL: heads of a person of activity `$1` who left and are not back; no row if none came in by a scan. */
export function awayOf(personId: string): string {
  return `SELECT heads_away(m.direction, m.heads, m.came ORDER BY ${asMade}) FROM door_movement m
    WHERE m.activity_id = $1 AND m.person_id = ${personId} GROUP BY m.came`;
}

/**
 * SQL: heads who came with a person of activity `$1`, how many of them are away, and how often a door admitted them
 * again; no row without a movement.
 */
export function standingOf(personId: string): string {
  return `SELECT m.came, heads_away(m.direction, m.heads, m.came ORDER BY ${asMade}) AS away,
      (count(*) FILTER (WHERE m.direction = 'in' AND m.result <> 'cameBack'
         AND (m.result <> 'already' OR m.admitted)))::int AS admissions
    FROM door_movement m WHERE m.activity_id = $1 AND m.person_id = ${personId} GROUP BY m.came`;
}

/** Movements through the door, and the number of people inside. */
@Injectable()
export class MovementRepository {
  /** Of these persons, in scan order. */
  among(tx: Transaction, activityId: string, personIds: readonly string[]): Promise<KnownMovement[]> {
    return tx.sql.query(
      `SELECT m.operation_id AS "operationId", m.person_id AS "personId", m.direction, m.heads,
              m.result = 'refused' AS "isRefused", m.moved_at AS "movedAt"
       FROM door_movement m WHERE m.activity_id = $1 AND m.person_id = ANY($2) ORDER BY ${asMade}`,
      [activityId, personIds],
    );
  }

  /** Whether a scan is a movement, neither refused nor undone. */
  async has(tx: Transaction, activityId: string, operationId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      'SELECT 1 FROM door_movement WHERE activity_id = $1 AND operation_id = $2',
      [activityId, operationId],
    );
    return rows.length > 0;
  }

  /**
   * Counts people and scans separately: a person scanned twice is inside once. People admitted against the rules are
   * inside too, once, as rows of their own; they count neither in the list nor in the split of costs. An unknown code
   * cannot be told from another when it leaves: a person admitted with one counts as inside.
   */
  async totals(tx: Transaction, activityId: string): Promise<AttendanceTotals> {
    type Counted = Omit<AttendanceTotals, 'inside' | 'came'>;
    const rows: Counted[] = await tx.sql.query(
      `SELECT f.parties, f.heads, f."walkInHeads", s.scans, d."admittedAgainstRule", d."left", r."registeredHeads",
              r.missing, p.seats
       FROM (SELECT count(*)::int AS parties, coalesce(sum(heads), 0)::int AS heads,
                    coalesce(sum(heads) FILTER (WHERE walk_in), 0)::int AS "walkInHeads"
             FROM attendance WHERE activity_id = $1) f,
            (SELECT count(*)::int AS scans FROM check_in_operation WHERE activity_id = $1 AND undoes IS NULL) s,
            (SELECT coalesce(sum(who.came) FILTER (WHERE NOT who.is_present), 0)::int AS "admittedAgainstRule",
                    coalesce(sum(who.away), 0)::int AS "left"
             FROM (SELECT m.came, m.is_present, heads_away(m.direction, m.heads, m.came ORDER BY ${asMade}) AS away
                   FROM door_movement m WHERE m.activity_id = $1
                   GROUP BY m.who, m.came, m.is_present) who) d,
            (SELECT coalesce(sum(heads), 0)::int AS "registeredHeads",
                    (count(*) FILTER (WHERE NOT EXISTS (
                       SELECT 1 FROM attendance x WHERE x.activity_id = $1 AND x.person_id = g.person_id)))::int AS missing
             FROM registration g WHERE g.activity_id = $1 AND g.state IN ('confirmed', 'held')) r,
            (SELECT coalesce(sum(capacity), 0)::int AS seats FROM pool WHERE activity_id = $1) p`,
      [activityId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('an aggregate without groups has one row');
    const came = found.heads + found.admittedAgainstRule;
    return { ...found, came, inside: came - found.left };
  }

  /** The number inside after each step with movements, earliest first; before anybody came it is zero. */
  async flow(tx: Transaction, activityId: string, stepMinutes: number): Promise<DoorFlowPointView[]> {
    const rows: { at: Date; inside: number; came: number }[] = await tx.sql.query(
      `WITH known AS (
         SELECT m.who, m.came, date_bin(make_interval(mins => $2::int), m.moved_at, 'epoch') AS at,
                heads_away(m.direction, m.heads, m.came) OVER made AS away,
                bool_or(m.direction = 'in') OVER made AS is_in, row_number() OVER made AS place
         FROM door_movement m WHERE m.activity_id = $1
         WINDOW made AS (PARTITION BY m.who ORDER BY ${asMade})),
       stood AS (
         SELECT who, at, place, CASE WHEN is_in THEN came ELSE 0 END AS came,
                CASE WHEN is_in THEN came - away ELSE 0 END AS inside
         FROM known),
       moved AS (
         SELECT at, came - lag(came, 1, 0) OVER one AS came, inside - lag(inside, 1, 0) OVER one AS inside
         FROM stood WINDOW one AS (PARTITION BY who ORDER BY place))
       SELECT at, (sum(sum(inside)) OVER (ORDER BY at))::int AS inside, (sum(sum(came)) OVER (ORDER BY at))::int AS came
       FROM moved GROUP BY at ORDER BY at LIMIT $3`,
      [activityId, stepMinutes, doorFlowPointsMax],
    );
    return rows.map(({ at, ...heads }) => ({ at: at.toISOString(), ...heads }));
  }
}
