import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeSurveyPlanRequest,
  type CreateSurveyPlanRequest,
  type ListSurveyPlansRequest,
  surveyPlanContract,
  type SurveyPlanIdRequest,
  type SurveyPlanView,
} from '@gongxiang/contracts/evaluation/surveys/survey-plan.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { questionsOf } from '../survey/questions.model.js';
import type { SurveyPlanRow } from './survey-plan.entity.js';
import { type NamedPlan, SurveyPlanRepository } from './survey-plan.repository.js';

/** Plans to survey attendees. Surveys that a plan has opened are not affected by later changes of the plan. */
@Injectable()
export class SurveyPlanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: SurveyPlanRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `SURVEY_PLAN_EXISTS`, `ILLEGAL_TRANSITION` if the system is not published */
  @Handles(surveyPlanContract.create)
  create(request: CreateSurveyPlanRequest, call: CallContext): Promise<Outcome<SurveyPlanView>> {
    return this.transactions.command(call, surveyPlanContract.create, request, async (tx) => {
      const union = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.holdSurvey, { paths: [union.path], visible: true });
      const row: SurveyPlanRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        indicatorSystemId: request.indicatorSystemId,
        questions: request.questions ?? [],
        daysOpen: request.daysOpen,
        validFrom: request.validFrom,
        state: 'active',
        createdAt: tx.now,
        endedAt: null,
      };
      await this.requireAskable(tx, row);
      await this.plans.insert(tx, row);
      return this.changed(tx, row.id, null);
    });
  }

  /** Absent fields stay unchanged. @throws DomainError `SURVEY_PLAN_ENDED`, and as `create` does */
  @Handles(surveyPlanContract.change)
  change(request: ChangeSurveyPlanRequest, call: CallContext): Promise<Outcome<SurveyPlanView>> {
    return this.transactions.command(call, surveyPlanContract.change, request, async (tx) => {
      const before = await this.lockHeld(tx, request.planId);
      requireVersion(tx, before.version);
      if (before.state === 'ended') throw new DomainError('SURVEY_PLAN_ENDED');
      const row = {
        ...before,
        indicatorSystemId: request.indicatorSystemId ?? before.indicatorSystemId,
        questions: request.questions ?? before.questions,
        daysOpen: request.daysOpen ?? before.daysOpen,
        validFrom: request.validFrom ?? before.validFrom,
        version: before.version + 1,
      };
      await this.requireAskable(tx, row);
      const named = await this.plans.find(tx, row.id);
      await this.plans.update(tx, row);
      return this.changed(tx, row.id, named);
    });
  }

  /** Later activities are no longer surveyed. @throws DomainError `SURVEY_PLAN_ENDED` */
  @Handles(surveyPlanContract.end)
  end({ planId }: SurveyPlanIdRequest, call: CallContext): Promise<Outcome<SurveyPlanView>> {
    return this.transactions.command(call, surveyPlanContract.end, { planId }, async (tx) => {
      const before = await this.lockHeld(tx, planId);
      requireVersion(tx, before.version);
      if (before.state === 'ended') throw new DomainError('SURVEY_PLAN_ENDED');
      const named = await this.plans.find(tx, planId);
      await this.plans.update(tx, {
        ...before,
        state: 'ended',
        endedAt: tx.now,
        version: before.version + 1,
      });
      return this.changed(tx, planId, named);
    });
  }

  @Handles(surveyPlanContract.get)
  get({ planId }: SurveyPlanIdRequest, call: CallContext): Promise<SurveyPlanView> {
    return this.transactions.read(call, async (tx) => {
      const plan = await this.plans.find(tx, planId);
      const union = await this.references.union(tx, plan.unionId);
      tx.authorise(actions.seeSurvey, { paths: [union.path] });
      return viewOf(plan);
    });
  }

  /** Plans of the caller's subtrees, and plans from above that apply to them. */
  @Handles(surveyPlanContract.list)
  list(request: ListSurveyPlansRequest, call: CallContext): Promise<Page<SurveyPlanView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const rows = await this.plans.list(tx, request, pathsFor(tx, actions.seeSurvey));
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async lockHeld(tx: Transaction, id: string): Promise<SurveyPlanRow> {
    const row = await this.plans.lock(tx, id);
    const union = await this.references.union(tx, row.unionId);
    tx.authorise(actions.holdSurvey, { paths: [union.path] });
    return row;
  }

  private async requireAskable(
    tx: Transaction,
    { indicatorSystemId, questions }: SurveyPlanRow,
  ): Promise<void> {
    const system = await this.systems.find(tx, indicatorSystemId);
    if (system.state !== 'published')
      throw new DomainError('ILLEGAL_TRANSITION', { pointer: '/indicatorSystemId' });
    questionsOf(system.nodes, questions);
  }

  private async changed(tx: Transaction, id: string, before: NamedPlan | null): Promise<SurveyPlanView> {
    const after = viewOf(await this.plans.find(tx, id));
    tx.audit({ noun: 'survey-plan', id, before: before && { ...viewOf(before) }, after: { ...after } });
    return after;
  }
}

function viewOf(plan: NamedPlan): SurveyPlanView {
  return {
    ...plan,
    createdAt: plan.createdAt.toISOString(),
    endedAt: plan.endedAt?.toISOString() ?? null,
  };
}
