import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { HouseholdPersonRow, HouseholdPlanRow } from './household.entity.js';
import type { OpenPlan } from './household.model.js';

export interface HouseholdPersonRecord {
  readonly personId: string;
  readonly maskedName: string | null;
  readonly unionName: string | null;
}

/** A plan as a matter that refers to it shows it. */
export interface PlanRecord {
  readonly matterId: string;
  readonly isEnded: boolean;
  readonly unionName: string;
  readonly handlerId: string | null;
  readonly colleagueIds: readonly string[];
  /** The unions whose matters have joined it. */
  readonly joinedBy: readonly string[];
  /** The union of the earliest other plan that binds somebody whom this one binds, and was agreed before it; null without any. */
  readonly conflictsWith: string | null;
}

/** Somebody to be told of a plan: the matter that has it, and who deals with that. */
export interface PlanHolder {
  readonly matterId: string;
  readonly personId: string | null;
  readonly serviceName: string;
  readonly unionName: string;
  /** Whoever has it in hand, and their colleagues. */
  readonly handlerIds: readonly string[];
}

/** The matters that are about some people, under all of their ids, as `about`; they are `people`. */
const aboutSql = `about AS (SELECT m.id FROM matter m WHERE m.person_id IN (SELECT id FROM people)
  UNION SELECT h.matter_id FROM household_person h WHERE h.person_id IN (SELECT id FROM people))`;

/** Matters that are named as having joined a plan. */
const joinedShown = 20;

@Injectable()
export class HouseholdRepository {
  /** In the order in which they were added. */
  persons(tx: Transaction, matterId: string): Promise<HouseholdPersonRecord[]> {
    return tx.sql.query(
      `SELECT h.person_id AS "personId", r.masked_name AS "maskedName", u.name AS "unionName"
       FROM household_person h LEFT JOIN member_ref r ON r.person_id = h.person_id LEFT JOIN union_ref u ON u.id = r.union_id
       WHERE h.matter_id = $1 ORDER BY h.added_at, h.person_id`,
      [matterId],
    );
  }

  /**
   * Whom each of some matters is about beside whoever brought it: who belongs to its household, and who brought, or belongs to the
   * household of, another that goes by the same plan. Under all ids of each person; a matter that is about nobody else is left out.
   */
  async concerned(
    tx: Transaction,
    matterIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (matterIds.length === 0) return new Map();
    const rows: { matterId: string; personIds: string[] }[] = await tx.sql.query(
      `WITH given AS (SELECT m.id, m.household_plan_id AS plan_id FROM matter m WHERE m.id = ANY($1::uuid[])),
         joined AS (SELECT g.id, j.id AS other_id, j.person_id FROM given g
           JOIN matter j ON j.household_plan_id = g.plan_id AND j.id <> g.id),
         people AS (
           SELECT g.id, h.person_id FROM given g JOIN household_person h ON h.matter_id = g.id
           UNION SELECT j.id, j.person_id FROM joined j WHERE j.person_id IS NOT NULL
           UNION SELECT j.id, h.person_id FROM joined j JOIN household_person h ON h.matter_id = j.other_id)
       SELECT p.id AS "matterId", array_agg(DISTINCT every_id) AS "personIds"
       FROM people p CROSS JOIN LATERAL unnest(person_ids(p.person_id)) AS every_id GROUP BY p.id`,
      [matterIds],
    );
    return new Map(rows.map(({ matterId, personIds }) => [matterId, personIds]));
  }

  /** The matters that go by a plan, in the order in which they are locked. */
  async goingBy(tx: Transaction, planId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      'SELECT id FROM matter WHERE household_plan_id = $1 ORDER BY id',
      [planId],
    );
    return rows.map(({ id }) => id);
  }

  async addPerson(tx: Transaction, row: HouseholdPersonRow): Promise<void> {
    await tx.sql.insert(HouseholdPersonRow, row);
  }

  async removePerson(tx: Transaction, matterId: string, personId: string): Promise<void> {
    await tx.sql.delete(HouseholdPersonRow, { matterId, personId });
  }

  /** The path of the union to which a member belongs now; null of somebody who is none. */
  async memberPath(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { path: string }[] = await tx.sql.query(
      `SELECT u.path FROM member_ref m JOIN union_ref u ON u.id = m.union_id WHERE m.person_id = $1 AND m.state <> 'ended'`,
      [personId],
    );
    return rows[0]?.path ?? null;
  }

  /**
   * Serialises whatever is decided about the plans of these people until the commit, so that of two plans for one household that
   * are agreed at the same moment one comes first and the other sees it. Advisory locks in the order of their keys: a household has
   * no row of its own, as each matter declares it by itself, and no index can say that two declarations overlap. Under all ids of a
   * person, so that a merged record is the same person.
   */
  async lockPersons(tx: Transaction, personIds: readonly string[]): Promise<void> {
    await tx.sql.query(
      `SELECT pg_advisory_xact_lock(key) FROM (
         SELECT DISTINCT hashtextextended(current_schema() || '.household/' || id, 0) AS key
         FROM unnest($1::uuid[]) AS given(person_id) CROSS JOIN LATERAL unnest(person_ids(given.person_id)) AS id
         ORDER BY key) AS locks`,
      [personIds],
    );
  }

  /** The plans that bind any of these people now, through a matter that has agreed on one or joined one; the oldest first. */
  openPlans(tx: Transaction, personIds: readonly string[]): Promise<OpenPlan[]> {
    return tx.sql.query(
      `WITH people AS (SELECT unnest(person_ids(given)) AS id FROM unnest($1::uuid[]) AS given),
         ${aboutSql}
       SELECT p.id, u.name AS "unionName" FROM household_plan p
       JOIN matter owner ON owner.id = p.matter_id JOIN union_ref u ON u.id = owner.union_id
       WHERE p.ended_at IS NULL AND p.id IN (
         SELECT m.household_plan_id FROM about JOIN matter m ON m.id = about.id)
       ORDER BY p.agreed_at, p.id`,
      [personIds],
    );
  }

  async plan(tx: Transaction, id: string | null): Promise<PlanRecord | null> {
    if (id === null) return null;
    const rows: PlanRecord[] = await tx.sql.query(
      `SELECT p.matter_id AS "matterId", p.ended_at IS NOT NULL AS "isEnded", u.name AS "unionName",
         m.handler_id AS "handlerId", m.colleague_ids AS "colleagueIds",
         ARRAY(SELECT w.name FROM matter j JOIN union_ref w ON w.id = j.union_id
           WHERE j.household_plan_id = p.id AND j.id <> p.matter_id
           ORDER BY j.id LIMIT ${joinedShown}) AS "joinedBy",
         CASE WHEN p.ended_at IS NULL THEN (
           WITH bound AS (SELECT b.id, b.person_id FROM matter b WHERE b.household_plan_id = p.id),
             people AS (SELECT unnest(person_ids(one.person_id)) AS id FROM (
               SELECT b.person_id FROM bound b WHERE b.person_id IS NOT NULL
               UNION SELECT h.person_id FROM household_person h WHERE h.matter_id IN (SELECT b.id FROM bound b)) AS one),
             ${aboutSql}
           SELECT ou.name FROM household_plan o
           JOIN matter om ON om.id = o.matter_id JOIN union_ref ou ON ou.id = om.union_id
           WHERE o.ended_at IS NULL AND (o.agreed_at, o.id) < (p.agreed_at, p.id)
             AND o.id IN (SELECT a.household_plan_id FROM about JOIN matter a ON a.id = about.id)
           ORDER BY o.agreed_at, o.id LIMIT 1) END AS "conflictsWith"
       FROM household_plan p JOIN matter m ON m.id = p.matter_id JOIN union_ref u ON u.id = m.union_id WHERE p.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async holder(tx: Transaction, planId: string): Promise<PlanHolder | null> {
    const rows: PlanHolder[] = await tx.sql.query(
      `SELECT m.id AS "matterId", m.person_id AS "personId", e.definition ->> 'name' AS "serviceName", u.name AS "unionName",
         array_remove(m.handler_id || m.colleague_ids, NULL) AS "handlerIds"
       FROM household_plan p JOIN matter m ON m.id = p.matter_id JOIN union_ref u ON u.id = m.union_id
       JOIN service_edition e ON e.service_id = m.service_id AND e.number = m.edition WHERE p.id = $1`,
      [planId],
    );
    return rows[0] ?? null;
  }

  async insertPlan(tx: Transaction, row: HouseholdPlanRow): Promise<void> {
    await tx.sql.insert(HouseholdPlanRow, row);
  }

  /** Frees the household. */
  async endPlan(tx: Transaction, id: string): Promise<void> {
    await tx.sql.update(HouseholdPlanRow, { id, endedAt: IsNull() }, { endedAt: tx.now });
  }
}
