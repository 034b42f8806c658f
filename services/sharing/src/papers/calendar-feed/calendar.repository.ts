import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanToReturn, OwnParticipation, SignUpWindow } from './calendar.model.js';

/** The time of the last change, from the audit trail. */
const lastChange = (noun: string, id: string): string => `LATERAL (
  SELECT t.at FROM audit_record t WHERE t.noun = '${noun}' AND t.subject_id = ${id}::text ORDER BY t.id DESC LIMIT 1)`;

/** Reads the content of a person's calendar. */
@Injectable()
export class CalendarRepository {
  /**
   * A person's participations, latest first; cancelled ones, by them or with the activity, for a while.
   * @param since those that ended before are left out
   * @param cancelledSince those cancelled before are left out, too
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
       WHERE r.person_id = ANY(person_ids($1)) AND a.ends_at > $2
         AND CASE WHEN r.state IN ('cancelled', 'expired') THEN own.at > $3 WHEN a.state = 'cancelled' THEN act.at > $3 ELSE true END
       ORDER BY a.starts_at DESC, r.id LIMIT $4`,
      [personId, bounds.since, bounds.cancelledSince, bounds.max],
    );
  }

  /**
   * Sign-up windows of a union's members, current or soon, without the person's existing registrations; earliest
   * opening first.
   */
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
           WHERE r.activity_id = a.id AND r.person_id = ANY(person_ids($5)) AND r.state NOT IN ('cancelled', 'expired'))
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

  /** Loans a person has requested and has to return: those out, also overdue ones, and those they may fetch. */
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
