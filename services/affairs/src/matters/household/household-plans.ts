import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type OpenPlan, planToJoin, requireNoPlan } from './household.model.js';
import { HouseholdRepository } from './household.repository.js';

/** A matter that is locked. */
interface PlannedMatter {
  readonly id: string;
  /** Null if it was written down for somebody without a record. */
  readonly personId: string | null;
  /** The plan to which it refers. */
  readonly householdPlanId: string | null;
}

/**
 * Plans of households across matters. A household is whoever brought the matter and the members who were declared: names that only
 * stand with the signatures refuse nothing, as two people may have one name.
 */
@Injectable()
export class HouseholdPlans {
  constructor(private readonly households: HouseholdRepository) {}

  /**
   * Agrees on a plan for the household of a matter.
   * @returns its id
   * @throws DomainError `HOUSEHOLD_HAS_PLAN`
   */
  async agree(tx: Transaction, matter: PlannedMatter): Promise<string> {
    requireNoPlan(await this.others(tx, matter));
    const id = newId();
    await this.households.insertPlan(tx, { id, matterId: matter.id, agreedAt: tx.now, endedAt: null });
    return id;
  }

  /**
   * The plan of the household that a matter joins.
   * @returns its id
   * @throws DomainError `HOUSEHOLD_HAS_NO_PLAN`
   */
  async join(tx: Transaction, matter: PlannedMatter): Promise<string> {
    return planToJoin(await this.others(tx, matter)).id;
  }

  /**
   * Somebody is to belong to a household that has a plan.
   * @throws DomainError `HOUSEHOLD_HAS_PLAN` if another one binds them already
   */
  async requireFree(tx: Transaction, matter: PlannedMatter, personId: string): Promise<void> {
    requireNoPlan(await this.others(tx, matter, personId));
  }

  /**
   * Somebody brought, or is named in, matters with plans of their own, as two records of theirs were merged: whoever deals with a later
   * one is told that it is in conflict. Once per merge, however often it is carried out.
   */
  async tellConflicts(tx: Transaction, personId: string, mergeId: string): Promise<void> {
    const [first, ...later] = await this.households.openPlans(tx, [personId]);
    for (const { id } of later) {
      const holder = await this.households.holder(tx, id);
      if (first === undefined || holder === null) continue;
      await raiseNotices(tx, 'affairs', [
        {
          personIds: holder.handlerIds,
          kind: 'householdPlanConflict',
          why: 'handlesMatter',
          about: { matterId: holder.matterId },
          title: holder.serviceName,
          values: { unionName: first.unionName },
          cause: `householdPlanConflict/${id}/${mergeId}`,
        },
      ]);
    }
  }

  /**
   * Tells those who deal with the matter of a plan, and whoever brought it, that another has joined; and whoever brought that one, which
   * union has the plan. Nothing else is said of either matter to the other.
   * @param joining as it is now
   */
  async tellJoined(
    tx: Transaction,
    planId: string,
    joining: PlannedMatter & { readonly version: number; readonly serviceName: string },
  ): Promise<void> {
    const holder = await this.households.holder(tx, planId);
    if (holder === null) return;
    const { matterId, personId, serviceName, unionName, handlerIds } = holder;
    const cause = `${planId}/${joining.id}/${joining.version}`;
    const joined = {
      kind: 'householdPlanJoined',
      about: { matterId },
      title: serviceName,
      cause: `householdPlanJoined/${cause}`,
    } as const;
    await raiseNotices(tx, 'affairs', [
      { ...joined, personIds: handlerIds, why: 'handlesMatter' },
      { ...joined, personIds: personId === null ? [] : [personId], why: 'broughtMatter' },
      {
        personIds: joining.personId === null ? [] : [joining.personId],
        kind: 'householdPlanCovers',
        why: 'broughtMatter',
        about: { matterId: joining.id },
        title: joining.serviceName,
        values: { unionName },
        cause: `householdPlanCovers/${cause}`,
      },
    ]);
  }

  private async others(
    tx: Transaction,
    { id, personId, householdPlanId }: PlannedMatter,
    added: string | null = null,
  ): Promise<OpenPlan[]> {
    const declared = await this.households.persons(tx, id);
    const people = [personId, added, ...declared.map((one) => one.personId)].filter((one) => one !== null);
    await this.households.lockPersons(tx, people);
    const plans = await this.households.openPlans(tx, people);
    return plans.filter((plan) => plan.id !== householdPlanId);
  }
}
