import { Inject, Injectable } from '@nestjs/common';
import type { ResponseReceived, SubmitResponseRequest } from '@gongxiang/contracts';
import { type Clock, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { CLOCK } from '@gongxiang/messaging/service';
import { canonicalJson } from '@gongxiang/persistence';
import { importPublicKey, tokenHash, verifyToken } from './blind-signature.js';
import { checkAnswers } from './questions.model.js';
import { type AnonymousResponse, ResponseRepository } from './response.repository.js';

/**
 * Takes answers from nobody in particular. It is given no call context, so that nothing of it can be written down:
 * neither who is signed in, nor an address, nor a trace.
 */
@Injectable()
export class ResponseService {
  constructor(
    private readonly responses: ResponseRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `TOKEN_INVALID`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`, `TOKEN_USED`
   * (E125), `SURVEY_NOT_OPEN`
   */
  async submit(request: SubmitResponseRequest): Promise<Outcome<ResponseReceived>> {
    const survey = await this.responses.findSurvey(request.surveyId);
    if (survey === null) throw new DomainError('NOT_FOUND');
    const token = Buffer.from(request.token, 'base64');
    const signature = Buffer.from(request.signature, 'base64');
    // By the survey's own key: a token of another survey is worth nothing here.
    if (!verifyToken(importPublicKey(survey.publicKey), token, signature))
      throw new DomainError('TOKEN_INVALID');
    checkAnswers(survey.questions, request.answers);
    const response = { surveyId: survey.id, tokenHash: tokenHash(token), answers: request.answers };
    const inserted = await this.responses.insert(response, this.clock.now());
    if (!inserted) await this.requireRetry(response);
    return { body: { received: true }, existing: !inserted, replayed: false };
  }

  /** A phone that lost the answer sends the same again: that is no second answer. */
  private async requireRetry({ surveyId, tokenHash: hash, answers }: AnonymousResponse): Promise<void> {
    const kept = await this.responses.findAnswers(surveyId, hash);
    if (kept === null) throw new DomainError('SURVEY_NOT_OPEN');
    if (canonicalJson(kept) !== canonicalJson(answers)) throw new DomainError('TOKEN_USED');
  }
}
