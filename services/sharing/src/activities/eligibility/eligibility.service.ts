import { Injectable } from '@nestjs/common';
import {
  eligibilityContract,
  type EligibilityRequest,
  type EligibilityView,
  type SetEligibilityRequest,
} from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import { type CallContext, dateIn, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow, EligibilityRules } from '../activity/activity.entity.js';
import {
  areNone,
  neighbourRuleOf,
  requireGroupsOfHosts,
  requireNeighbourhood,
  requireNotOver,
  requireSensible,
} from './conditions.model.js';
import { EligibilityJudge } from './eligibility-judge.js';
import { EligibilityRepository } from './eligibility.repository.js';

const noRules: EligibilityRules = {
  unionIds: [],
  sizeClasses: [],
  ageFrom: null,
  ageTo: null,
  sex: null,
  noShow: null,
};

type Named = (tx: Transaction, ids: readonly string[]) => Promise<readonly { readonly id: string }[]>;

/** Sets who is eligible for an activity, and tells each person whether they are. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly repository: EligibilityRepository,
    private readonly judge: EligibilityJudge,
    private readonly references: ReferenceRepository,
  ) {}

  /** The rules and their result for the caller; for everybody who sees the activity. */
  @Handles(eligibilityContract.get)
  get(request: EligibilityRequest, call: CallContext): Promise<EligibilityView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const activity = await this.repository.findActivity(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.see(tx, activity);
      return this.viewOf(tx, activity, null);
    });
  }

  /**
   * Replaces the rules. They apply to later sign-ups: registered and waitlisted people keep their places, and the
   * answer counts them.
   */
  @Handles(eligibilityContract.set)
  set(request: SetEligibilityRequest, call: CallContext): Promise<Outcome<EligibilityView>> {
    return this.transactions.command(call, eligibilityContract.set, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const before = await this.changes.lock(tx, request.activityId);
      await this.access.manage(tx, before, actions.managePools);
      requireVersion(tx, before.version);
      requireNotOver(before, tx.now);
      const rules = rulesOf(request);
      requireSensible(rules);
      await requireKnown(tx, 'unionIds', rules.unionIds, (...asked) => this.repository.unions(...asked));
      await requireKnown(tx, 'clubIds', rules.clubIds ?? [], (...asked) => this.repository.clubs(...asked));
      await this.requireGroups(tx, before, rules.groupIds ?? []);
      if (rules.neighbours)
        requireNeighbourhood(rules.neighbours, await this.judge.neighbourhoodOf(tx, before));
      const eligibility = areNone(rules) ? null : rules;
      tx.audit({
        noun: 'eligibility',
        id: before.id,
        before: before.eligibility && { ...before.eligibility },
        after: eligibility && { ...eligibility },
      });
      const saved = await this.changes.save(tx, before, { eligibility });
      return this.viewOf(tx, saved, await this.repository.countRegistered(tx, saved.id));
    });
  }

  /** @throws DomainError `REFERENCE_PENDING`, `ELIGIBLE_GROUP_OF_OTHERS` */
  private async requireGroups(
    tx: Transaction,
    { unionPath, partyUnionIds }: ActivityRow,
    groupIds: readonly string[],
  ): Promise<void> {
    if (groupIds.length === 0) return;
    await requireKnown(tx, 'groupIds', groupIds, (...asked) => this.references.groups(...asked));
    const hosts = [unionPath, ...(await this.references.pathsOf(tx, partyUnionIds))];
    requireGroupsOfHosts(await this.references.groups(tx, groupIds), hosts);
  }

  private async viewOf(
    tx: Transaction,
    activity: ActivityRow,
    registered: number | null,
  ): Promise<EligibilityView> {
    const { unionIds, clubIds = [], groupIds = [], ...rules } = activity.eligibility ?? noRules;
    return {
      activityId: activity.id,
      version: activity.version,
      day: dateIn(activity.timeZone, activity.startsAt),
      unions: await this.repository.unions(tx, unionIds),
      ...rules,
      sizeClasses: [...rules.sizeClasses],
      neighbours: rules.neighbours ?? null,
      clubs: await this.repository.clubs(tx, clubIds),
      groups: (await this.references.groups(tx, groupIds)).map(({ id, name }) => ({ id, name })),
      employmentKinds: [...(rules.employmentKinds ?? [])],
      mine: await this.mineOf(tx, activity),
      kept: registered,
    };
  }

  private async mineOf(tx: Transaction, activity: ActivityRow): Promise<EligibilityView['mine']> {
    const member = activity.eligibility && (await this.repository.member(tx, tx.personId));
    const judged = member && (await this.judge.judge(tx, activity, [member])).get(tx.personId);
    if (!judged) return { eligible: true, unmet: [], blockedUntil: null };
    return {
      eligible: judged.unmet.length === 0,
      unmet: judged.unmet.map(({ code }) => code),
      blockedUntil: judged.blockedUntil?.toISOString() ?? null,
    };
  }
}

/** @throws DomainError `REFERENCE_PENDING` naming the first unknown one */
async function requireKnown(
  tx: Transaction,
  field: string,
  ids: readonly string[],
  find: Named,
): Promise<void> {
  const known = new Set((await find(tx, ids)).map(({ id }) => id));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing < 0) return;
  throw new DomainError('REFERENCE_PENDING', { pointer: `/${field}/${missing}`, retryAfterSeconds: 1 });
}

function rulesOf(request: SetEligibilityRequest): EligibilityRules {
  const { unionIds, sizeClasses, ageFrom, ageTo, sex, noShow, clubIds, groupIds, employmentKinds } = request;
  return {
    unionIds: [...new Set(unionIds.map((id) => id.toLowerCase()))],
    sizeClasses: [...new Set(sizeClasses)],
    ageFrom: ageFrom ?? null,
    ageTo: ageTo ?? null,
    sex: sex ?? null,
    noShow: noShow?.effect === 'blocked' ? { ...noShow, effect: 'blocked' } : null,
    neighbours: neighbourRuleOf(request.neighbours),
    clubIds: [...new Set((clubIds ?? []).map((id) => id.toLowerCase()))],
    groupIds: [...new Set((groupIds ?? []).map((id) => id.toLowerCase()))],
    employmentKinds: [...new Set(employmentKinds ?? [])],
  };
}
