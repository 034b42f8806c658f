import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanToReturn, OwnParticipation, SignUpWindow } from './calendar.model.js';

/** When something was last changed: the trail says it of everything. */
const lastChange = (noun: string, id: string): string => `LATERAL (
  SELECT t.at FROM audit_record t WHERE t.noun = '${noun}' AND t.subject_id = ${id}::text ORDER BY t.id DESC LIMIT 1)`;

/** What a person's calendar shows. */
@Injectable()
export class CalendarRepository {
  /**
   * What somebody takes part in, the latest first; what was cancelled, by him or with the activity, for a while.
   * @param since what has ended before is left out
   * @param cancelledSince what was cancelled before is left out, too
   */
  participations(
    tx: Transaction,
    personId: string,
    bounds: { readonly since: Date; readonly cancelledSince: Date; readonly max: number },
  ): Promise<OwnParticipation[]> {
    return tx.sql.query(
      `SELECT r.id, r.version, r.state, greatest(r.registered_at, own.at, act.at) AS "changedAt",
         a.id AS "activityId", a.version AS "activityVersion", a.state AS "activityState",
         a.title, a.venue, a.starts_at AS "startsAt", a.ends_at AS "endsAt",
         CASE WHEN r.state = 'waitlisted' THEN (
           SELECT count(*)::int FROM registration w WHERE w.activity_id = r.activity_id AND w.pool_id = r.pool_id
           AND w.state = 'waitlisted' AND (w.came, w.rank) <= (r.came, r.rank)) END AS "waitlistPlace"
       FROM registration r JOIN activity a ON a.id = r.activity_id
       LEFT JOIN ${lastChange('registration', 'r.id')} own ON true
       LEFT JOIN ${lastChange('activity', 'a.id')} act ON true
       WHERE r.person_id = $1 AND a.ends_at > $2
         AND CASE WHEN r.state IN ('cancelled', 'expired') THEN own.at > $3 WHEN a.state = 'cancelled' THEN act.at > $3 ELSE true END
       ORDER BY a.starts_at DESC, r.id LIMIT $4`,
      [personId, bounds.since, bounds.cancelledSince, bounds.max],
    );
  }

  /** What the members of a union can sign up for, now or soon, and this one has not; what opens first comes first. */
  signUpWindows(
    tx: Transaction,
    member: { readonly personId: string; readonly unionId: string },
    bounds: { readonly opensBefore: Date; readonly max: number },
  ): Promise<SignUpWindow[]> {
    return tx.sql.query(
      `SELECT a.id AS "activityId", a.version, coalesce(act.at, a.published_at) AS "changedAt", a.title, a.venue,
         a.starts_at AS "startsAt", a.time_zone AS "timeZone", a.sign_up_opens_at AS "signUpOpensAt",
         a.sign_up_closes_at AS "signUpClosesAt"
       FROM activity a LEFT JOIN ${lastChange('activity', 'a.id')} act ON true
       WHERE a.state = 'published' AND (a.union_id = $1 OR a.co_hosts @> $2::jsonb)
         AND a.sign_up_opens_at <= $3 AND a.sign_up_closes_at > $4
         AND NOT EXISTS (SELECT 1 FROM registration r
           WHERE r.activity_id = a.id AND r.person_id = $5 AND r.state NOT IN ('cancelled', 'expired'))
       ORDER BY a.sign_up_opens_at, a.id LIMIT $6`,
      [
        member.unionId,
        JSON.stringify([{ unionId: member.unionId }]),
        bounds.opensBefore,
        tx.now,
        member.personId,
        bounds.max,
      ],
    );
  }

  /** What somebody has asked for and is to give back: what is out, also if it is overdue, and what he may fetch. */
  loansToReturn(
    tx: Transaction,
    personId: string,
    bounds: { readonly since: Date; readonly max: number },
  ): Promise<LoanToReturn[]> {
    return tx.sql.query(
      `SELECT l.id, l.version, coalesce(own.at, l.created_at) AS "changedAt", s.title AS "resourceTitle", s.place,
         l.ends_at AS "endsAt"
       FROM loan l JOIN resource s ON s.id = l.resource_id
       LEFT JOIN ${lastChange('loan', 'l.id')} own ON true
       WHERE l.requested_by = $1
         AND (l.state = 'handedOver' OR (l.state = 'approved' AND l.ends_at > $2))
       ORDER BY l.ends_at DESC, l.id LIMIT $3`,
      [personId, bounds.since, bounds.max],
    );
  }
}
