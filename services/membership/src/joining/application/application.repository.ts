import { Injectable } from '@nestjs/common';
import type {
  ApplicationState,
  ApplicationStatisticsView,
  ApplicationTurnView,
  TurnKind,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { beyondSubtree, dayMs, rootPath } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { EnterpriseRow } from '../../unions/union/enterprise.entity.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { ApplicationRow, ApplicationTurnRow } from './application.entity.js';

/** An application with what is shown of its union and its enterprise. */
export interface ApplicationRecord extends ApplicationRow {
  readonly union: UnionRow;
  readonly enterprise: EnterpriseRow | null;
  /** The path of the enterprise's union where the employer shall not know. */
  readonly hiddenPath: string | null;
  readonly turnKind: TurnKind;
}

/** A turn as it is stored, with the name of its union; the reason is sealed. */
export type TurnRecord = ApplicationTurnRow & Pick<ApplicationTurnView, 'unionName'>;

interface Filter {
  /** The subtrees whose applications are listed. */
  readonly within: readonly string[];
  /** The places of the caller: applications that are hidden from any of them are left out. */
  readonly callerPlaces: readonly string[];
  readonly state?: ApplicationState;
  readonly overdue?: boolean;
  readonly sought: {
    readonly number: string;
    readonly name: string;
    readonly residentNumber: string;
    readonly phone: string;
  } | null;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A person on record with their newest membership. */
export interface PersonOnRecord {
  readonly personId: string;
  readonly memberId: string;
  /** Sealed. */
  readonly name: string;
  readonly nameHash: string;
  readonly residentNumberHash: string | null;
  readonly phoneHash: string | null;
  readonly unionName: string;
  readonly ended: boolean;
}

/** In SQL: whether an application is hidden from somebody at the places of parameter `$n`. */
const hiddenFrom = (places: string): string => `a.employer_hidden AND EXISTS (
  SELECT 1 FROM labour_union h, unnest(${places}::text[]) AS place
  WHERE h.enterprise_id = a.enterprise_id AND h.active AND h.path <> '${rootPath}' AND starts_with(place, h.path))`;

@Injectable()
export class ApplicationRepository {
  async insert(tx: Transaction, row: ApplicationRow): Promise<void> {
    await tx.sql.insert(ApplicationRow, row);
  }

  async update(tx: Transaction, { id, ...row }: ApplicationRow): Promise<void> {
    await tx.sql.update(ApplicationRow, { id }, row);
  }

  lockById(tx: Transaction, id: string): Promise<ApplicationRow | null> {
    return tx.sql.findOne(ApplicationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockByNumber(tx: Transaction, number: string): Promise<ApplicationRow | null> {
    return tx.sql.findOne(ApplicationRow, { where: { number }, lock: { mode: 'pessimistic_write' } });
  }

  /** The applications of a phone that wait. */
  waitingOfPhone(tx: Transaction, phoneHash: string): Promise<ApplicationRow[]> {
    return tx.sql.findBy(ApplicationRow, { phoneHash, state: 'waiting' });
  }

  /** Locks those that wait at a union, in id order. */
  lockWaitingAt(tx: Transaction, unionId: string): Promise<ApplicationRow[]> {
    return tx.sql.find(ApplicationRow, {
      where: { unionId, state: 'waiting' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async findById(tx: Transaction, id: string): Promise<ApplicationRecord | null> {
    return (await this.findByIds(tx, [id]))[0] ?? null;
  }

  /** In the order of the ids. */
  private async findByIds(tx: Transaction, ids: readonly string[]): Promise<ApplicationRecord[]> {
    const rows = await tx.sql.findBy(ApplicationRow, { id: In([...ids]) });
    const unions = await tx.sql.findBy(UnionRow, { id: In(rows.map(({ unionId }) => unionId)) });
    const enterpriseIds = rows.flatMap(({ enterpriseId }) => enterpriseId ?? []);
    const enterprises = await tx.sql.findBy(EnterpriseRow, { id: In(enterpriseIds) });
    const hidden = await tx.sql.findBy(UnionRow, { enterpriseId: In(enterpriseIds), active: true });
    const turns: { id: string; kind: TurnKind }[] = await tx.sql.query(
      `SELECT DISTINCT ON (application_id) application_id AS id, kind FROM application_turn
       WHERE application_id = ANY($1) ORDER BY application_id, number DESC`,
      [ids],
    );
    return ids.flatMap((id) => {
      const row = rows.find((one) => one.id === id);
      const union = unions.find((one) => one.id === row?.unionId);
      if (row === undefined || union === undefined) return [];
      const { enterpriseId, employerHidden } = row;
      const employer = enterpriseId && hidden.find((one) => one.enterpriseId === enterpriseId);
      return {
        ...row,
        union,
        enterprise: enterprises.find((one) => one.id === enterpriseId) ?? null,
        // The root cannot be hidden from: it is everybody's union above.
        hiddenPath: employerHidden && employer && employer.path !== rootPath ? employer.path : null,
        turnKind: turns.find((turn) => turn.id === id)?.kind ?? 'sent',
      };
    });
  }

  /** Those that wait by their deadline, then all others, the newest first. */
  async list(tx: Transaction, filter: Filter): Promise<ApplicationRecord[]> {
    const [dueAt, id] = decodeCursor(filter.cursor, 2) ?? [null, null];
    const sought = filter.sought ?? { number: null, name: null, residentNumber: null, phone: null };
    const values: unknown[] = [
      filter.callerPlaces,
      filter.state ?? null,
      filter.overdue ?? false,
      tx.now,
      sought.number,
      sought.name,
      sought.residentNumber,
      sought.phone,
      dueAt,
      id,
      rowsFor(filter.limit),
    ];
    const isWithin = await reachCondition(
      tx,
      subtreesOf(filter.within),
      placeholdersIn(values),
      'labour_union',
    );
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT a.id FROM application a WHERE ${isWithin('a.union_id')}
         AND NOT (${hiddenFrom('$1')})
         AND ($2::text IS NULL OR a.state = $2)
         AND (NOT $3::boolean OR a.due_at < $4::timestamptz)
         AND ($5::text IS NULL OR a.number = $5 OR a.name_hash = $6 OR a.resident_number_hash = $7 OR a.phone_hash = $8)
         AND ($9::timestamptz IS NULL OR coalesce(a.due_at, 'infinity') > $9
           OR (coalesce(a.due_at, 'infinity') = $9 AND a.id < $10::uuid))
       ORDER BY coalesce(a.due_at, 'infinity'), a.id DESC LIMIT $11`,
      values,
    );
    return this.findByIds(
      tx,
      rows.map((row) => row.id),
    );
  }

  async insertTurn(tx: Transaction, row: ApplicationTurnRow): Promise<void> {
    await tx.sql.insert(ApplicationTurnRow, row);
  }

  /** Those of a union's officers who belong to an employer that shall not know, or hold an office there; at most ten. */
  async officersOfEmployer(tx: Transaction, unionId: string, hiddenPath: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT g.person_id AS "personId" FROM role_grant g
       WHERE g.union_id = $1 AND g.role = 'officer' AND g.revoked_at IS NULL AND EXISTS (
         SELECT FROM labour_union u WHERE starts_with(u.path, $2) AND (
           EXISTS (SELECT FROM role_grant h WHERE h.person_id = g.person_id AND h.union_id = u.id
             AND h.revoked_at IS NULL)
           OR EXISTS (SELECT FROM union_membership m WHERE m.person_id = g.person_id AND m.union_id = u.id
             AND m.state <> 'ended')))
       ORDER BY 1 LIMIT 10`,
      [unionId, hiddenPath],
    );
    return rows.map(({ personId }) => personId);
  }

  /** The turn that has not ended. */
  findOpenTurn(tx: Transaction, applicationId: string): Promise<ApplicationTurnRow | null> {
    return tx.sql
      .createQueryBuilder(ApplicationTurnRow, 't')
      .where('t.applicationId = :applicationId AND t.endedAt IS NULL', { applicationId })
      .getOne();
  }

  async updateTurn(tx: Transaction, { applicationId, number, ...row }: ApplicationTurnRow): Promise<void> {
    await tx.sql.update(ApplicationTurnRow, { applicationId, number }, row);
  }

  /** All turns of an application, the first one first. */
  turns(tx: Transaction, applicationId: string): Promise<TurnRecord[]> {
    return tx.sql.query(
      `SELECT t.application_id AS "applicationId", t.number, t.union_id AS "unionId", t.kind, t.began_at AS "beganAt",
         t.due_at AS "dueAt", t.ended_at AS "endedAt", t.outcome, t.reason, u.name AS "unionName"
       FROM application_turn t JOIN labour_union u ON u.id = t.union_id WHERE t.application_id = $1 ORDER BY t.number`,
      [applicationId],
    );
  }

  /** Deletes the personal values of an application, also those in the reasons. */
  async erase(tx: Transaction, row: ApplicationRow): Promise<ApplicationRow> {
    const erased: ApplicationRow = {
      ...row,
      version: row.version + 1,
      name: null,
      nameHash: null,
      maskedName: row.maskedName.slice(0, 1) + '*',
      residentNumber: null,
      residentNumberHash: null,
      phone: null,
      phoneHash: null,
      workplace: null,
    };
    await this.update(tx, erased);
    await tx.sql.update(ApplicationTurnRow, { applicationId: row.id }, { reason: null });
    return erased;
  }

  /**
   * People whose number, phone or name is one of these, with their newest membership, where it is in these subtrees; at
   * most ten, the same number first.
   */
  peopleLike(
    tx: Transaction,
    sought: {
      readonly nameHash: string | null;
      readonly residentNumberHash: string | null;
      readonly phoneHash: string | null;
      readonly within: readonly string[];
    },
  ): Promise<PersonOnRecord[]> {
    const { nameHash, residentNumberHash, phoneHash, within } = sought;
    return tx.sql.query(
      `SELECT p.id AS "personId", m.id AS "memberId", p.name, p.name_hash AS "nameHash",
         p.resident_number_hash AS "residentNumberHash", p.phone_hash AS "phoneHash", u.name AS "unionName",
         m.state = 'ended' AS ended
       FROM person p
       JOIN LATERAL (SELECT * FROM union_membership m WHERE m.person_id = p.id ORDER BY m.id DESC LIMIT 1) AS m ON true
       JOIN labour_union u ON u.id = m.union_id
       WHERE (p.resident_number_hash = $1 OR p.phone_hash = $2 OR p.name_hash = $3)
         AND EXISTS (SELECT 1 FROM unnest($4::text[], $5::text[]) AS r(start, beyond)
           WHERE u.path >= r.start AND u.path < r.beyond)
       ORDER BY p.resident_number_hash IS DISTINCT FROM $1, p.phone_hash IS DISTINCT FROM $2, p.id LIMIT 10`,
      [residentNumberHash, phoneHash, nameHash, within, within.map(beyondSubtree)],
    );
  }

  /** What a union did with the applications of the last 365 days. */
  async statistics(tx: Transaction, unionId: string): Promise<ApplicationStatisticsView> {
    const rows: ApplicationStatisticsView[] = await tx.sql.query(
      `WITH turn AS (
         SELECT *, outcome IN ('admitted', 'refused', 'transfer') AS is_decided,
           outcome IN ('admitted', 'refused', 'transfer', 'escalated') AS is_over
         FROM application_turn WHERE union_id = $1 AND began_at > $2)
       SELECT count(*)::int AS received,
         count(*) FILTER (WHERE is_decided)::int AS decided,
         count(*) FILTER (WHERE outcome = 'escalated')::int AS escalated,
         count(*) FILTER (WHERE ended_at IS NULL)::int AS waiting,
         count(*) FILTER (WHERE ended_at IS NULL AND due_at < $3)::int AS overdue,
         round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - began_at))
           FILTER (WHERE is_decided) / 3600)::numeric, 1)::float8 AS "medianHours",
         (count(*) FILTER (WHERE is_decided AND ended_at <= due_at))::float8
           / nullif(count(*) FILTER (WHERE is_over), 0) AS "withinDeadline"
       FROM turn`,
      [unionId, new Date(tx.now.getTime() - 365 * dayMs), tx.now],
    );
    const [found] = rows;
    if (found === undefined) throw new Error('an aggregate has one row');
    return found;
  }
}
