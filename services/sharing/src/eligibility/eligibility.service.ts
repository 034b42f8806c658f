import { Injectable } from '@nestjs/common';
import {
  eligibilityContract,
  type EligibilityRequest,
  type EligibilityView,
  type SetEligibilityRequest,
} from '@gongxiang/contracts';
import { type CallContext, dateIn, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity.access.js';
import { ActivityChanges } from '../activity/activity.changes.js';
import type { ActivityRow, EligibilityRules } from '../activity/activity.entity.js';
import { areNone, requireNotOver, requireSensible } from './conditions.model.js';
import { EligibilityJudge } from './eligibility.judge.js';
import { EligibilityRepository } from './eligibility.repository.js';

const noRules: EligibilityRules = {
  unionIds: [],
  sizeClasses: [],
  ...{ ageFrom: null, ageTo: null, sex: null, noShow: null },
};

/** Says who may come to an activity, and tells each person whether he may. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly repository: EligibilityRepository,
    private readonly judge: EligibilityJudge,
  ) {}

  /** The rules, and what they say of the caller; for whoever sees the activity. */
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
   * Replaces the rules. They hold for who signs up from now on: whoever has a seat or waits keeps what he has, and the
   * answer says how many these are.
   */
  set(request: SetEligibilityRequest, call: CallContext): Promise<Outcome<EligibilityView>> {
    return this.transactions.command(call, eligibilityContract.set, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const before = await this.changes.lock(tx, request.activityId);
      await this.access.manage(tx, before, actions.managePools);
      requireVersion(tx, before.version);
      requireNotOver(before, tx.now);
      const rules = rulesOf(request);
      requireSensible(rules);
      await this.requireKnown(tx, rules.unionIds);
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

  private async requireKnown(tx: Transaction, unionIds: readonly string[]): Promise<void> {
    const known = new Set((await this.repository.unions(tx, unionIds)).map(({ id }) => id));
    const missing = unionIds.findIndex((id) => !known.has(id));
    if (missing < 0) return;
    throw new DomainError('REFERENCE_PENDING', { pointer: `/unionIds/${missing}`, retryAfterSeconds: 1 });
  }

  private async viewOf(
    tx: Transaction,
    activity: ActivityRow,
    kept: number | null,
  ): Promise<EligibilityView> {
    const { unionIds, ...rules } = activity.eligibility ?? noRules;
    return {
      activityId: activity.id,
      version: activity.version,
      day: dateIn(activity.timeZone, activity.startsAt),
      unions: await this.repository.unions(tx, unionIds),
      ...rules,
      sizeClasses: [...rules.sizeClasses],
      mine: await this.mineOf(tx, activity),
      kept,
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

function rulesOf(request: SetEligibilityRequest): EligibilityRules {
  const { unionIds, sizeClasses, ageFrom, ageTo, sex, noShow } = request;
  return {
    unionIds: [...new Set(unionIds.map((id) => id.toLowerCase()))],
    sizeClasses: [...new Set(sizeClasses)],
    ageFrom: ageFrom ?? null,
    ageTo: ageTo ?? null,
    sex: sex ?? null,
    noShow: noShow?.effect === 'blocked' ? { ...noShow, effect: 'blocked' } : null,
  };
}
