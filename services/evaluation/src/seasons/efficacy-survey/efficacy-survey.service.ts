import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateEfficacySurveyRequest,
  efficacySurveyContract,
  type EfficacySurveyIdRequest,
  type EfficacySurveyView,
  type ListEfficacySurveysRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { ClosingService } from './closing.service.js';
import { EfficacySources } from './efficacy-sources.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { SeasonService, windowOf } from './season.service.js';

@Injectable()
export class EfficacySurveyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly sources: EfficacySources,
    private readonly seasons: SeasonService,
    private readonly closing: ClosingService,
  ) {}

  /**
   * @throws DomainError `REFERENCE_PENDING`, `PERIOD_EMPTY`, `SURVEY_WINDOW`, `ALREADY_EXISTS` for a day that the union
   * has asked about, `ILLEGAL_TRANSITION` for a system that is not published, and what the questions refuse
   */
  @Handles(efficacySurveyContract.create)
  create(request: CreateEfficacySurveyRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.create, request, async (tx) => {
      const { union, questions } = await this.sources.ofNewSurvey(tx, request);
      if (request.from > request.to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
      const [opensAt, closesAt] = windowOf(request, tx.now);
      const row: EfficacySurveyRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        rootPath: union.path,
        name: request.name,
        indicatorSystemId: request.indicatorSystemId,
        periodFrom: request.from,
        periodTo: request.to,
        state: 'scheduled',
        questions,
        sealingKey: null,
        opensAt,
        closesAt,
        closedAt: null,
        createdAt: tx.now,
      };
      await this.surveys.insert(tx, row);
      const view = await this.seasons.viewOf(tx, await this.seasons.plan(tx, row));
      tx.audit({ noun: 'efficacy-survey', id: row.id, before: null, after: { ...view } });
      return view;
    });
  }

  /** Ends a survey before its time; its results are there a moment later. What is computed is the same. @throws DomainError `ILLEGAL_TRANSITION` */
  @Handles(efficacySurveyContract.close)
  close(request: EfficacySurveyIdRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.close, request, async (tx) => {
      const survey = await this.surveys.lock(tx, request.efficacySurveyId);
      await this.sources.requireHolder(tx, survey);
      requireVersion(tx, survey.version);
      if (survey.state !== 'open') throw new DomainError('ILLEGAL_TRANSITION');
      return this.seasons.viewOf(tx, await this.closing.begin(tx, survey));
    });
  }

  /** It is announced to all: what is asked, of when, and until when. */
  @Handles(efficacySurveyContract.get)
  get(request: EfficacySurveyIdRequest, call: CallContext): Promise<EfficacySurveyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.seasons.viewOf(tx, await this.surveys.find(tx, request.efficacySurveyId));
    });
  }

  @Handles(efficacySurveyContract.list)
  list(request: ListEfficacySurveysRequest, call: CallContext): Promise<Page<EfficacySurveyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const views = await this.seasons.viewsOf(tx, await this.surveys.list(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }
}
