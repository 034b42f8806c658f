import { Injectable } from '@nestjs/common';
import {
  type ActivityFact,
  unionFactNames,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { hourMs, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import {
  type AttendanceTotals,
  type HostedActivity,
  SubjectActivities,
} from './subject-activities.repository.js';
import { SubjectAffairs } from './subject-affairs.repository.js';
import { isReachPublished } from './reach-period.model.js';
import type { Reach, SubjectTotals } from './subject-facts.model.js';
import { type LentOut, SubjectLoans } from './subject-loans.repository.js';
import { SubjectReach } from './subject-reach.repository.js';
import { momentsOf, type SubjectScope } from './subject-scope.model.js';
import type { UnionAffairs } from './union-affairs.model.js';

/** The known facts of one subject. */
export interface SubjectRecord {
  readonly totals: SubjectTotals;
  /** In id order. */
  readonly held: readonly HostedActivity[];
}

/** The reach of a subject without activities. */
const nobody: Reach = { members: 0, served: 0 };

/** Reads all inputs of the facts of many subjects. */
@Injectable()
export class SubjectFacts {
  constructor(
    private readonly activities: SubjectActivities,
    private readonly loans: SubjectLoans,
    private readonly reach: SubjectReach,
    private readonly affairs: SubjectAffairs,
  ) {}

  /**
   * Every subject of the scope, even if nothing is known of it.
   * @param wanted the requested facts; reach is only counted if requested, and only for days for which it may be
   *   published; what affairs counts is only read if requested, and only of unions
   */
  async of(
    tx: Transaction,
    scope: SubjectScope,
    wanted: ReadonlySet<ActivityFact>,
  ): Promise<ReadonlyMap<string, SubjectRecord>> {
    const held = await this.activities.hostedBy(tx, scope);
    const attendance = byId(await this.activities.attendance(tx, held));
    const punctuality = byId(await this.loans.punctuality(tx, scope, held));
    const replies = await this.loans.replyHours(tx, scope, held);
    const lent = byId(scope.kind === 'resource' ? await this.loans.lentOut(tx, scope) : []);
    const made = scope.kind === 'union' ? await this.loans.madeBy(tx, scope) : new Map<string, number>();
    const isReached = wanted.has('reach') && isReachPublished(scope, shanghaiDate(tx.now));
    const reached = isReached ? await this.reach.of(tx, held) : null;
    const isOfAffairs = scope.kind === 'union' && unionFactNames.some((fact) => wanted.has(fact));
    const affairs = isOfAffairs ? await this.affairs.of(tx, scope) : null;
    const heldById = new Map<string, HostedActivity[]>(scope.ids.map((id) => [id, []]));
    for (const one of held) heldById.get(one.subjectId)?.push(one);
    return new Map(
      [...heldById].map(([id, own]) => {
        const { due = 0, onTime = 0 } = punctuality.get(id) ?? {};
        const totals = {
          ...heldTotals(scope, own, attendance.get(id)),
          loansDue: due,
          loansOnTime: onTime,
          replyHours: replies.get(id) ?? null,
          ...lendingTotals(scope, lent.get(id), made.get(id)),
          ...(reached === null ? {} : { reach: reached.get(id) ?? nobody }),
          ...affairsOf(affairs?.get(id)),
        };
        return [id, { totals, held: own }];
      }),
    );
  }
}

type Lending = 'loansMade' | 'lentHours' | 'periodHours';

function heldTotals(
  { kind }: SubjectScope,
  held: readonly HostedActivity[],
  attendance: AttendanceTotals | undefined,
): Omit<SubjectTotals, Lending | 'loansDue' | 'loansOnTime' | 'replyHours' | 'reach'> {
  const costed = held.filter(({ costFen }) => costFen !== null);
  const sum = (all: readonly HostedActivity[], field: 'heads' | 'registeredHeads' | 'capacity'): number =>
    all.reduce((total, one) => total + one[field], 0);
  const costFen = costed.reduce((total, one) => total + BigInt(one.costFen ?? 0), 0n);
  return {
    isActivity: kind === 'activity',
    activities: held.length,
    heads: sum(held, 'heads'),
    registeredHeads: sum(held, 'registeredHeads'),
    capacity: sum(held, 'capacity'),
    unions: attendance?.unions ?? 0,
    classifiedHeads: attendance?.classifiedHeads ?? 0,
    smallFirmHeads: attendance?.smallFirmHeads ?? 0,
    returningHeads: attendance?.returningHeads ?? 0,
    costFen: costed.length === 0 ? null : costFen.toString(),
    costedHeads: sum(costed, 'heads'),
  };
}

function lendingTotals(
  scope: SubjectScope,
  lent: LentOut | undefined,
  made: number | undefined,
): Pick<SubjectTotals, Lending> {
  if (scope.kind === 'union') return { loansMade: made ?? 0, lentHours: null, periodHours: null };
  if (scope.kind !== 'resource') return { loansMade: null, lentHours: null, periodHours: null };
  const { made: loansMade = 0, hours: lentHours = 0 } = lent ?? {};
  return { loansMade, lentHours, periodHours: hoursOf(scope) };
}

function affairsOf(affairs: UnionAffairs | undefined): Pick<SubjectTotals, 'affairs'> {
  return affairs === undefined ? {} : { affairs };
}

function hoursOf(scope: SubjectScope): number {
  const { from, to } = momentsOf(scope);
  return from === null || to === null ? 0 : (to.getTime() - from.getTime()) / hourMs;
}

function byId<Row extends { readonly subjectId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.subjectId, row]));
}
