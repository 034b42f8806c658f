import { Injectable } from '@nestjs/common';
import {
  answerLengthMax,
  responseContract,
  type ResponseReceived,
  type SubmitResponseRequest,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { DataSource } from 'typeorm';
import { AnswerBox } from '../../reference/sealing/answer-box.js';
import { checkAnswers } from './questions.model.js';
import { partsOf } from './sealed-answer.model.js';
import { SurveyRow } from './survey.entity.js';

/** Accepts answers to surveys of activities from anonymous token holders. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: AnswerBox,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`, and what the box refuses:
   * `TOKEN_INVALID`, `RECEIPT_INVALID`, `TOKEN_USED` (E125), `SURVEY_NOT_OPEN`
   */
  @Handles(responseContract.submit)
  async submit(request: SubmitResponseRequest): Promise<Outcome<ResponseReceived>> {
    const survey = await this.dataSource.manager.findOneBy(SurveyRow, { id: request.surveyId });
    if (survey === null) throw new DomainError('NOT_FOUND');
    const { id: surveyId, publicKey, sealingKey, questions } = survey;
    return this.box.put({ table: 'survey', surveyId, publicKey, sealingKey }, request, () => {
      checkAnswers(questions, request.answers);
      return partsOf(questions, request.answers, answerLengthMax);
    });
  }
}
