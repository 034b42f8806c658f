import { Injectable } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
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
