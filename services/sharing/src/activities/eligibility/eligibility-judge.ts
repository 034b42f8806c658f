import { Injectable } from '@nestjs/common';
import { dateIn } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, EligibilityRules } from '../activity/activity.entity.js';
import { blockedUntil, countedSince, type NoShowRecord } from '../no-show/no-show.model.js';
import { NoShowRepository } from '../no-show/no-show.repository.js';
import type { Neighbourhood } from '../../reference/neighbourhood.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type Judged, judgeEligibility, type Unmet } from './conditions.model.js';

/** A member from the copies; no-shows, clubs and groups are looked up here. */
export type JudgedMember = Omit<Judged, 'blockedUntil' | 'isInClub' | 'isInGroup'> & {
  readonly personId: string;
};

/** The result of the rules for one person. */
export interface Judgement {
  readonly unmet: readonly Unmet[];
  readonly blockedUntil: Date | null;
}

/** Checks people against the rules of an activity; an activity without rules costs no statement. */
@Injectable()
export class EligibilityJudge {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly noShows: NoShowRepository,
  ) {}

  /**
   * At most one statement each for unions, neighbours, clubs, groups and no-shows, however many people there are. @returns
   * nothing without rules
   */
  async judge(
    tx: Transaction,
    activity: ActivityRow,
    people: readonly JudgedMember[],
  ): Promise<ReadonlyMap<string, Judgement>> {
    const { eligibility: rules } = activity;
    if (rules === null || people.length === 0) return new Map();
    const places = rules.unionIds.length === 0 ? [] : await this.references.pathsOf(tx, rules.unionIds);
    const records = await this.recordsOf(tx, activity, rules, people);
    const day = dateIn(activity.timeZone, activity.startsAt);
    const neighbourhood = rules.neighbours ? await this.neighbourhoodOf(tx, activity) : null;
    const inClubs = await this.inClubs(tx, rules, people, day);
    const inGroups = await this.inGroups(tx, rules, people, day);
    const facts = { rules, unionPaths: places, neighbourhood, day, now: tx.now };
    return new Map(
      people.map((person) => {
        const blocked =
          rules.noShow && blockedUntil(rules.noShow, records.get(person.personId) ?? null, tx.now);
        const isInClub = inClubs.has(person.personId);
        const isInGroup = inGroups.has(person.personId);
        const unmet = judgeEligibility(facts, { ...person, isInClub, isInGroup, blockedUntil: blocked });
        return [person.personId, { unmet, blockedUntil: blocked }];
      }),
    );
  }

  /** The neighbourhood of the union behind the organiser, regardless of co-hosts. */
  neighbourhoodOf(tx: Transaction, { unionId, unionPath }: ActivityRow): Promise<Neighbourhood> {
    return this.references.neighbourhoodOf(tx, { id: unionId, path: unionPath });
  }

  private async inClubs(
    tx: Transaction,
    { clubIds = [] }: EligibilityRules,
    people: readonly JudgedMember[],
    day: string,
  ): Promise<ReadonlySet<string>> {
    if (clubIds.length === 0) return new Set();
    const personIds = people.map(({ personId }) => personId);
    return this.references.inClubs(tx, { clubIds, personIds, day });
  }

  private async inGroups(
    tx: Transaction,
    { groupIds = [] }: EligibilityRules,
    people: readonly JudgedMember[],
    day: string,
  ): Promise<ReadonlySet<string>> {
    if (groupIds.length === 0) return new Set();
    const personIds = people.map(({ personId }) => personId);
    return this.references.inGroups(tx, { groupIds, personIds, day });
  }

  private async recordsOf(
    tx: Transaction,
    { unionId }: ActivityRow,
    { noShow }: EligibilityRules,
    people: readonly JudgedMember[],
  ): Promise<ReadonlyMap<string, NoShowRecord>> {
    if (noShow === null) return new Map();
    const personIds = people.map(({ personId }) => personId);
    return this.noShows.recordsOf(tx, { unionId, personIds, since: countedSince(noShow, tx.now) });
  }
}
