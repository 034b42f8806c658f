import { Injectable } from '@nestjs/common';
import { evaluationEvents, type SurveyAsked } from '@gongxiang/contracts/evaluation/evaluation-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type CallStep, surveyCallDue, SurveyCallWork } from './survey-call-work.js';

@Consumer('survey-call-consumer')
@Injectable()
export class SurveyCallConsumer {
  constructor(private readonly work: SurveyCallWork) {}

  @Consumes(evaluationEvents.surveyOpened)
  opened(tx: Transaction, survey: SurveyAsked): Promise<void> {
    return this.work.plan(tx, 'surveyOpened', survey);
  }

  @Consumes(evaluationEvents.surveyReminded)
  reminded(tx: Transaction, survey: SurveyAsked): Promise<void> {
    return this.work.plan(tx, 'surveyReminded', survey);
  }

  @OnDue(surveyCallDue)
  isDue(tx: Transaction, _key: string, step: unknown): Promise<void> {
    return this.work.notify(tx, step as CallStep);
  }
}
