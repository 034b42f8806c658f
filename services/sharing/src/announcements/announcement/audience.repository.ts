import { Injectable } from '@nestjs/common';
import type { AudienceKind } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { seatStates } from '@gongxiang/contracts/sharing/sharing-events';
import { dayMs, shanghaiDate } from '@gongxiang/domain';
import { placeholdersIn, reachCondition, subtreesOf, type Transaction } from '@gongxiang/persistence';

/** To whom something goes, as it was checked to be within reach of who writes. */
export interface Audience {
  readonly kind: AudienceKind;
  /** The union, the club, the group or the activity. */
  readonly id: string;
  readonly days: number | null;
  /** union, notReached: where that union is in the tree. */
  readonly path: string;
}

type Parameter = (value: unknown) => string;

/** SQL of one condition about a member `m`. */
type Condition = (tx: Transaction, audience: Audience, parameter: Parameter) => string | Promise<string>;

/** Members, and whom these unions serve. */
const inSubtree = async (tx: Transaction, { path }: Audience, parameter: Parameter): Promise<string> => {
  const isWithin = await reachCondition(tx, subtreesOf([path]), parameter);
  return `(${isWithin('m.union_id')} OR ${isWithin('m.served_by_union_id')})`;
};

/** That attendance of a member, also under the id of a record that was merged into theirs, fulfils a condition. */
const cameSql = (condition: string): string => `(EXISTS (
    SELECT FROM attendance f WHERE f.person_id = m.person_id AND ${condition})
  OR EXISTS (
    SELECT FROM person_alias a JOIN attendance f ON f.person_id = a.from_id
    WHERE a.into_id = m.person_id AND ${condition}))`;

const conditions: Readonly<Record<AudienceKind, Condition>> = {
  union: inSubtree,
  club: (tx, { id }, parameter) =>
    `EXISTS (SELECT FROM club_member_ref c WHERE c.club_id = ${parameter(id)} AND c.person_id = m.person_id
       AND ${holdsOn('c', parameter(shanghaiDate(tx.now)))})`,
  group: (tx, { id }, parameter) =>
    `EXISTS (SELECT FROM group_member_ref g WHERE g.group_id = ${parameter(id)} AND g.person_id = m.person_id
       AND ${holdsOn('g', parameter(shanghaiDate(tx.now)))})`,
  registered: (_tx, { id }, parameter) =>
    `EXISTS (SELECT FROM registration r WHERE r.activity_id = ${parameter(id)} AND r.person_id = m.person_id
       AND r.state = ANY(${parameter(seatStates)}))`,
  attended: (_tx, { id }, parameter) => cameSql(`f.activity_id = ${parameter(id)}`),
  notReached: async (tx, audience, parameter) => {
    const since = parameter(new Date(tx.now.getTime() - (audience.days ?? 0) * dayMs));
    return `${await inSubtree(tx, audience, parameter)} AND NOT ${cameSql(`f.checked_in_at >= ${since}`)}`;
  },
};

function holdsOn(alias: string, day: string): string {
  return `(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ${day}::date)
       AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${day}::date)`;
}

/** Who belongs to an audience now. Whoever is no member any more, or is erased, does not. */
@Injectable()
export class AudienceRepository {
  async count(tx: Transaction, audience: Audience): Promise<number> {
    const values: unknown[] = [];
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM ${await membersSql(tx, audience, placeholdersIn(values))}`,
      values,
    );
    return rows[0]?.count ?? 0;
  }

  /** The next ones, in id order. */
  async after(tx: Transaction, audience: Audience, afterId: string | null, limit: number): Promise<string[]> {
    const values: unknown[] = [];
    const parameter = placeholdersIn(values);
    const members = await membersSql(tx, audience, parameter);
    const beyond = afterId === null ? '' : `AND m.person_id > ${parameter(afterId)}`;
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT m.person_id AS "personId" FROM ${members} ${beyond}
       ORDER BY m.person_id LIMIT ${parameter(limit)}`,
      values,
    );
    return rows.map(({ personId }) => personId);
  }
}

async function membersSql(tx: Transaction, audience: Audience, parameter: Parameter): Promise<string> {
  const day = parameter(shanghaiDate(tx.now));
  const condition = await conditions[audience.kind](tx, audience, parameter);
  return `member_ref m WHERE m.state = 'active' AND ${holdsOn('m', day)} AND ${condition}`;
}
