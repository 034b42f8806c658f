import { Injectable } from '@nestjs/common';
import {
  householdContract,
  type HouseholdPerson,
} from '@gongxiang/contracts/affairs/matters/household.contract';
import { householdPersonsMax, type MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import { type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { HouseholdPlans } from '../household/household-plans.js';
import { hasHouseholdPlan } from '../household/household.model.js';
import { HouseholdRepository } from '../household/household.repository.js';
import { ServiceItemRepository } from '../service-item/service-item.repository.js';
import type { MatterRow } from './matter.entity.js';
import { MatterSteps } from './matter-steps.js';
import { matterDue, MatterWriter } from './matter-writer.js';

/** Which members belong to the household that a matter is about. */
@Injectable()
export class MatterHouseholdService {
  constructor(
    private readonly transactions: Transactions,
    private readonly households: HouseholdRepository,
    private readonly plans: HouseholdPlans,
    private readonly services: ServiceItemRepository,
    private readonly steps: MatterSteps,
    private readonly writer: MatterWriter,
  ) {}

  @Handles(householdContract.addPerson)
  addPerson(request: HouseholdPerson, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, householdContract.addPerson, request, async (tx) => {
      const { matterId, personId } = request;
      const before = await this.lock(tx, matterId);
      await this.requireSeen(tx, personId);
      const persons = await this.households.persons(tx, matterId);
      if (personId === before.personId || persons.some((one) => one.personId === personId))
        throw new DomainError('HOUSEHOLD_PERSON_THERE', { pointer: '/personId' });
      if (persons.length >= householdPersonsMax)
        throw new DomainError('HOUSEHOLD_PERSONS_MAX', { params: { max: householdPersonsMax } });
      const { plan } = await this.steps.ofRow(tx, before);
      // Before a plan is agreed nothing is said about anybody who is added: see `requireNoPlan`.
      if (plan !== null) await this.plans.requireFree(tx, before, personId);
      await this.households.addPerson(tx, { matterId, personId, addedBy: tx.personId, addedAt: tx.now });
      await this.writer.save(tx, before, {}, { event: 'householdPersonAdded', isInternal: true });
      await schedule(tx, { kind: matterDue.concerned, key: matterId, at: tx.now });
      return this.writer.view(tx, matterId);
    });
  }

  @Handles(householdContract.removePerson)
  removePerson(request: HouseholdPerson, call: CallContext): Promise<Outcome<MatterView>> {
    return this.transactions.command(call, householdContract.removePerson, request, async (tx) => {
      const { matterId, personId } = request;
      const before = await this.lock(tx, matterId);
      const persons = await this.households.persons(tx, matterId);
      if (!persons.some((one) => one.personId === personId)) throw new DomainError('NOT_FOUND');
      const { plan } = await this.steps.ofRow(tx, before);
      // It may be through this very member that the household has the plan.
      if (plan === 'joined') throw new DomainError('HOUSEHOLD_PLAN_WRITTEN');
      await this.households.removePerson(tx, matterId, personId);
      await this.writer.save(tx, before, {}, { event: 'householdPersonRemoved', isInternal: true });
      return this.writer.view(tx, matterId);
    });
  }

  private async lock(tx: Transaction, matterId: string): Promise<MatterRow> {
    const row = await this.writer.lock(tx, matterId, 'declareHousehold');
    const definition = await this.services.edition(tx, row.serviceId, row.edition);
    if (!hasHouseholdPlan(definition)) throw new DomainError('MATTER_STEP_UNKNOWN');
    return row;
  }

  /** @throws DomainError `HOUSEHOLD_PERSON_UNKNOWN`, also for a member of a union that the caller does not see */
  private async requireSeen(tx: Transaction, personId: string): Promise<void> {
    const { actor } = tx.call;
    const path = await this.households.memberPath(tx, personId);
    if (actor === null || path === null || !mayDo(actor, actions.declareHousehold, { paths: [path] }))
      throw new DomainError('HOUSEHOLD_PERSON_UNKNOWN', { pointer: '/personId' });
  }
}
