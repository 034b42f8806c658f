import { Injectable } from '@nestjs/common';
import type { CreateEfficacySurveyRequest } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { requirePublished } from '../../systems/indicator-system/indicator-state.model.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type AskedQuestion, efficacyQuestions } from './efficacy-questions.model.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';

/** What a survey rests on, and who may hold it. */
@Injectable()
export class EfficacySources {
  constructor(
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `REFERENCE_PENDING`, `NOT_PERMITTED`, `NOT_FOUND`, `ILLEGAL_TRANSITION`, and what the questions refuse */
  async ofNewSurvey(
    tx: Transaction,
    request: CreateEfficacySurveyRequest,
  ): Promise<{ readonly union: UnionRef; readonly questions: AskedQuestion[] }> {
    const union = await this.references.union(tx, request.unionId, '/unionId');
    tx.authorise(actions.holdEfficacySurvey, { paths: [union.path], visible: true });
    const system = await this.systems.find(tx, request.indicatorSystemId);
    // A draft may still change, and then the questions would no longer be its indicators.
    requirePublished(system.state, '/indicatorSystemId');
    return { union, questions: efficacyQuestions(system.nodes, request) };
  }

  /** @throws DomainError `NOT_PERMITTED`: that the survey is held, everybody may know */
  async requireHolder(tx: Transaction, survey: EfficacySurveyRow): Promise<void> {
    const union = await this.references.union(tx, survey.unionId);
    tx.authorise(actions.holdEfficacySurvey, { paths: [union.path], visible: true });
  }

  unionsOf(tx: Transaction, surveys: readonly EfficacySurveyRow[]): Promise<ReadonlyMap<string, UnionRef>> {
    return this.references.unions(
      tx,
      surveys.map(({ unionId }) => unionId),
    );
  }
}
