import { Injectable } from '@nestjs/common';
import type { EmploymentKind, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import type { Sex } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { JudgedPlace } from '../../activities/eligibility/conditions.model.js';
import { servingSql } from '../../reference/reference.repository.js';
import type { Companion } from './eligibility.model.js';
import { CompanionRow, RegistrationRow } from './registration.entity.js';
import { SignUpData } from './sign-up-data.js';

/** A registration with its companions. */
interface Party {
  readonly row: RegistrationRow;
  readonly companions: readonly Companion[];
}

/** A member, with the current path of their union. */
export interface KnownPerson {
  readonly personId: string;
  readonly state: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly unionId: string | null;
  readonly unionPath: string | null;
}

/** A person to be registered; `state` is null if no such member is known yet. */
export interface Applicant extends Omit<KnownPerson, 'state'> {
  readonly state: string | null;
  /** The facts that eligibility rules need; null if unknown. */
  readonly sizeClass: SizeClassName | null;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly serving: JudgedPlace | null;
  /** The person's current registration in the activity. */
  readonly registrationId: string | null;
  readonly registrationVersion: number | null;
  readonly registrationState: RegistrationState | null;
}

export interface RegistrationLine {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly maskedName: string | null;
  readonly state: RegistrationState;
  readonly poolId: string;
  readonly poolName: string;
  readonly waitlistPlace: number | null;
  readonly came: number;
  readonly offerExpiresAt: Date | null;
  readonly heads: number;
  readonly rank: number;
  readonly overridden: boolean;
  readonly registeredAt: Date;
}

/** A person's own registration: what they need to find the place and to be let in. */
export interface OwnRegistration extends Omit<
  RegistrationLine,
  'personId' | 'maskedName' | 'came' | 'rank' | 'overridden'
> {
  readonly version: number;
  readonly activityId: string;
  readonly activityTitle: string;
  readonly activityState: ActivityState;
  readonly venue: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checkInCode: string;
  readonly attended: boolean;
}

/** The waitlist place for each row of one person; null for rows that do not wait. */
const ownPlaceColumn = `CASE WHEN r.state = 'waitlisted' THEN (
  SELECT count(*)::int FROM registration w WHERE w.activity_id = r.activity_id AND w.pool_id = r.pool_id
  AND w.state = 'waitlisted' AND (w.came, w.rank) <= (r.came, r.rank)) END AS "waitlistPlace"`;

/** The places of all who wait in some pools of the activity $1, by person. @param poolsSql a query for the pools */
export const placesSql = (poolsSql: string): string => `
  SELECT person_id, (row_number() OVER (PARTITION BY pool_id ORDER BY came, rank))::int AS place FROM registration
  WHERE activity_id = $1 AND state = 'waitlisted' AND pool_id IN (${poolsSql})`;

const orRevive = `ON CONFLICT (activity_id, person_id) DO UPDATE SET id = excluded.id, version = excluded.version,
  pool_id = excluded.pool_id, state = excluded.state, heads = excluded.heads, rank = excluded.rank,
  override_reason = excluded.override_reason, check_in_code = excluded.check_in_code, offer_expires_at = NULL,
  sealed_answers = excluded.sealed_answers, form_version = excluded.form_version, guardian_consent_at = excluded.guardian_consent_at,
  registered_by = excluded.registered_by, registered_at = excluded.registered_at, came = excluded.came`;

@Injectable()
export class RegistrationRepository {
  constructor(private readonly data: SignUpData) {}

  findById(tx: Transaction, id: string): Promise<RegistrationRow | null> {
    return tx.sql.findOneBy(RegistrationRow, { id });
  }

  findByIds(tx: Transaction, ids: readonly string[]): Promise<RegistrationRow[]> {
    return tx.sql.findBy(RegistrationRow, { id: In([...ids]) });
  }

  /** Registered and waitlisted people of an activity, in id order. */
  async participantsOf(
    tx: Transaction,
    activityId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM registration
       WHERE activity_id = $1 AND state NOT IN ('cancelled', 'expired') AND ($2::uuid IS NULL OR person_id > $2)
       ORDER BY person_id LIMIT $3`,
      [activityId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** The members among these persons, with the current paths of their unions. */
  async people(tx: Transaction, personIds: readonly string[]): Promise<Map<string, KnownPerson>> {
    const rows: KnownPerson[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", m.state, m.valid_from AS "validFrom", m.valid_to AS "validTo",
              m.union_id AS "unionId", u.path AS "unionPath"
       FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id WHERE m.person_id = ANY($1)`,
      [personIds],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /**
   * These persons before they are registered in an activity, with their current registration. Their member rows are
   * locked for share until the commit: a membership that ends meanwhile waits, and then finds the registration. Each
   * person is looked up separately: the planner underestimates reading the whole activity, as its statistics are
   * older than the rush.
   */
  async applicants(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<Map<string, Applicant>> {
    const rows: Applicant[] = await tx.sql.query(
      `SELECT p.id AS "personId", m.state, m.valid_from AS "validFrom", m.valid_to AS "validTo",
              m.union_id AS "unionId", u.path AS "unionPath", u.size_class AS "sizeClass", m.sex,
              m.birth_date AS "birthDate", m.employment_kind AS "employmentKind", u.longitude, u.latitude,
              ${servingSql} AS serving, r.id AS "registrationId",
              r.version AS "registrationVersion", r.state AS "registrationState"
       FROM unnest($2::uuid[]) AS p(id)
       LEFT JOIN LATERAL (SELECT * FROM member_ref WHERE person_id = p.id FOR SHARE) m ON true
       LEFT JOIN union_ref u ON u.id = m.union_id
       LEFT JOIN union_ref s ON s.id = m.served_by_union_id
       LEFT JOIN LATERAL (SELECT * FROM registration WHERE activity_id = $1 AND person_id = p.id OFFSET 0) r ON true`,
      [activityId, personIds],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  findOfPerson(tx: Transaction, activityId: string, personId: string): Promise<RegistrationRow | null> {
    return tx.sql.findOneBy(RegistrationRow, { activityId, personId });
  }

  /** The companions of a registered person, in the order they were named. */
  async companions(tx: Transaction, row: RegistrationRow): Promise<Companion[]> {
    return (await this.companionsOf(tx, row.activityId, [row.personId])).get(row.personId) ?? [];
  }

  /** The same for several persons of one activity. */
  async companionsOf(
    tx: Transaction,
    activityId: string,
    personIds: readonly string[],
  ): Promise<Map<string, Companion[]>> {
    const rows = await tx.sql.find(CompanionRow, {
      where: { activityId, personId: In([...personIds]) },
      order: { number: 'ASC' },
    });
    const found = new Map<string, Companion[]>();
    for (const one of rows) {
      const companion = { name: this.data.openName(one, one.sealedName), ageBand: one.ageBand };
      found.set(one.personId, [...(found.get(one.personId) ?? []), companion]);
    }
    return found;
  }

  /**
   * Under the lock of the activity. A cancelled or expired registration of the same person is overwritten; if there
   * is none, PostgreSQL need not look for a conflict per row.
   */
  async save(tx: Transaction, parties: readonly Party[]): Promise<void> {
    const rows = parties.map(({ row }) => row);
    const companions = parties.flatMap((party) => this.companionRows(party.row, 1, party.companions));
    const fresh = rows.filter(({ version }) => version === 1);
    const revived = rows.filter(({ version }) => version > 1);
    await Promise.all([
      this.insert(tx, fresh),
      this.insert(tx, revived, orRevive),
      ...(companions.length > 0 ? [tx.sql.insert(CompanionRow, companions)] : []),
    ]);
  }

  /** @param first the number of the first of them */
  private companionRows(
    { activityId, personId }: RegistrationRow,
    first: number,
    companions: readonly Companion[],
  ): CompanionRow[] {
    return companions.map(({ name, ageBand }, index) => {
      const key = { activityId, personId, number: first + index };
      return { ...key, sealedName: this.data.sealName(key, name), ageBand: ageBand ?? null };
    });
  }

  private async insert(tx: Transaction, rows: readonly RegistrationRow[], orElse = ''): Promise<void> {
    if (rows.length === 0) return;
    const column = (of: (row: RegistrationRow) => unknown): unknown[] => rows.map(of);
    // Raw SQL for hundreds of rows in a rush: the query builder, which names every value of every row, takes ten
    // times as long.
    await tx.sql.query(
      `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, override_reason,
         check_in_code, sealed_answers, registered_by, registered_at, form_version, guardian_consent_at, came)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::int[], $8::int[],
         $9::text[], $10::text[], $11::text[], $12::uuid[], $13::timestamptz[], $14::int[],
         $15::timestamptz[], $16::int[]) ${orElse}`,
      [
        column((row) => row.activityId),
        column((row) => row.personId),
        column((row) => row.id),
        column((row) => row.version),
        column((row) => row.poolId),
        column((row) => row.state),
        column((row) => row.heads),
        column((row) => row.rank),
        column((row) => row.overrideReason),
        column((row) => row.checkInCode),
        column((row) => row.sealedAnswers),
        column((row) => row.registeredBy),
        column((row) => row.registeredAt),
        column((row) => row.formVersion),
        column((row) => row.guardianConsentAt),
        column((row) => row.came),
      ],
    );
  }

  async update(tx: Transaction, row: RegistrationRow): Promise<void> {
    await tx.sql.update(RegistrationRow, { activityId: row.activityId, personId: row.personId }, row);
  }

  /** @param before the registration before they were added */
  async addCompanions(
    tx: Transaction,
    before: RegistrationRow,
    companions: readonly Companion[],
  ): Promise<void> {
    await tx.sql.insert(CompanionRow, this.companionRows(before, before.heads, companions));
  }

  /** Deletes all companions of these persons. */
  async forgetCompanions(tx: Transaction, activityId: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0) await tx.sql.delete(CompanionRow, { activityId, personId: In([...personIds]) });
  }

  /**
   * Deletes the companions who stay at home. Those after them move up, and their names are sealed under their new numbers.
   * @param staying the heads that come, the person among them; none where the registration is over
   */
  async keepCompanions(tx: Transaction, row: RegistrationRow, staying: readonly number[]): Promise<void> {
    const { activityId, personId } = row;
    const before = await this.companions(tx, row);
    const companions = staying.flatMap((head) => before[head - 1] ?? []);
    await tx.sql.delete(CompanionRow, { activityId, personId });
    if (companions.length > 0) await tx.sql.insert(CompanionRow, this.companionRows(row, 1, companions));
  }

  /** All companions that a person has named for what they are still registered in, those of the latest first. */
  async companionsOfPerson(tx: Transaction, personId: string, max: number): Promise<Companion[]> {
    const rows: CompanionRow[] = await tx.sql.query(
      `SELECT c.activity_id AS "activityId", c.person_id AS "personId", c.number, c.sealed_name AS "sealedName",
              c.age_band AS "ageBand"
       FROM registration_companion c JOIN registration r USING (activity_id, person_id)
       WHERE c.person_id = ANY(person_ids($1)) ORDER BY r.registered_at DESC, r.id, c.number LIMIT $2`,
      [personId, max],
    );
    return rows.map((row) => ({ name: this.data.openName(row, row.sealedName), ageBand: row.ageBand }));
  }

  /**
   * By pool, then rank; waitlisted only: in waitlist order.
   * @param poolIds the pools that the caller may see
   */
  async list(
    tx: Transaction,
    filter: {
      activityId: string;
      poolIds: readonly string[];
      state?: string;
      cursor?: string;
      limit?: number;
    },
  ): Promise<RegistrationLine[]> {
    const cursor = decodeCursor(filter.cursor, 3) ?? [null, null, null];
    // An index serves either order: the one of waitlisted rows contains the attendance.
    const along = filter.state === 'waitlisted' ? 'r.came, r.rank' : 'r.rank';
    const after = filter.state === 'waitlisted' ? '$5::int, $6::int' : '$6::int';
    const waiting = filter.state === 'waitlisted' ? `r.state = 'waitlisted'` : 'true';
    return tx.sql.query(
      // Each waitlist is counted once per page, not from its front for every row.
      `WITH page AS (
         SELECT r.* FROM registration r
         WHERE r.activity_id = $1 AND r.pool_id = ANY($2) AND ($3::text IS NULL OR r.state = $3) AND ${waiting}
         AND ($4::uuid IS NULL OR ($5::int IS NOT NULL AND (r.pool_id, ${along}) > ($4::uuid, ${after})))
         ORDER BY r.pool_id, ${along} LIMIT $7)
       SELECT r.id, r.version, r.person_id AS "personId", m.masked_name AS "maskedName", r.state, r.pool_id AS "poolId",
              p.name AS "poolName", w.place AS "waitlistPlace", r.came, r.offer_expires_at AS "offerExpiresAt", r.heads, r.rank,
              r.override_reason IS NOT NULL AS overridden, r.registered_at AS "registeredAt"
       FROM page r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
       LEFT JOIN member_ref m ON m.person_id = r.person_id
       LEFT JOIN (${placesSql(`SELECT pool_id FROM page WHERE state = 'waitlisted'`)}) AS w
         ON w.person_id = r.person_id
       ORDER BY r.pool_id, ${along}`,
      [filter.activityId, filter.poolIds, filter.state ?? null, ...cursor, rowsFor(filter.limit)],
    );
  }

  /** A person's own, latest first; the one in a given activity is found by primary key. */
  async ofPerson(
    tx: Transaction,
    personId: string,
    page: { activityId?: string; state?: RegistrationState; cursor?: string; limit?: number },
  ): Promise<OwnRegistration[]> {
    const cursor = decodeCursor(page.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT r.id, r.version, r.activity_id AS "activityId", a.title AS "activityTitle", a.state AS "activityState",
              a.venue, a.starts_at AS "startsAt", a.ends_at AS "endsAt", r.state, r.pool_id AS "poolId",
              p.name AS "poolName", ${ownPlaceColumn}, r.offer_expires_at AS "offerExpiresAt", r.heads, r.check_in_code AS "checkInCode",
              r.registered_at AS "registeredAt", EXISTS (
                SELECT 1 FROM attendance t WHERE t.activity_id = r.activity_id AND t.person_id = r.person_id) AS attended
       FROM registration r JOIN activity a ON a.id = r.activity_id
       JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
       WHERE r.person_id = ANY(person_ids($1)) AND ($2::timestamptz IS NULL OR (r.registered_at, r.id) < ($2::timestamptz, $3::uuid))
         AND ($5::uuid IS NULL OR r.activity_id = $5) AND ($6::text IS NULL OR r.state = $6)
       ORDER BY r.registered_at DESC, r.id DESC LIMIT $4`,
      [personId, cursor[0], cursor[1], rowsFor(page.limit), page.activityId ?? null, page.state ?? null],
    );
  }

  /** Registered people whose membership does not hold on a date: `isMemberOn` as a set operation. */
  async noMembersOn(tx: Transaction, activityId: string, date: string, max: number): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT r.person_id AS "personId" FROM registration r JOIN member_ref m ON m.person_id = r.person_id
       WHERE r.activity_id = $1 AND r.state NOT IN ('cancelled', 'expired')
       AND (m.state <> 'active' OR m.valid_from > $2::date OR m.valid_to <= $2::date)
       ORDER BY r.person_id LIMIT $3`,
      [activityId, date, max],
    );
    return rows.map((row) => row.personId);
  }

  /** Which of these people are registered for something ahead. */
  async withFutureActivities(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT r.person_id AS "personId" FROM registration r JOIN activity a ON a.id = r.activity_id
       WHERE r.person_id = ANY($1) AND r.state NOT IN ('cancelled', 'expired') AND a.state = 'published' AND a.starts_at > $2`,
      [personIds, tx.now],
    );
    return rows.map(({ personId }) => personId);
  }

  /** A person's activities that have not begun, in id order, which is the lock order. */
  async futureActivityIds(tx: Transaction, personId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT a.id FROM registration r JOIN activity a ON a.id = r.activity_id
       WHERE r.person_id = $1 AND r.state NOT IN ('cancelled', 'expired') AND a.state = 'published' AND a.starts_at > $2 ORDER BY a.id`,
      [personId, tx.now],
    );
    return rows.map((row) => row.id);
  }
}
