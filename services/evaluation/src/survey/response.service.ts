import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { answerLengthMax, type ResponseReceived, type SubmitResponseRequest } from '@gongxiang/contracts';
import { type Clock, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { CLOCK } from '@gongxiang/messaging/service';
import { seal } from '../sealing/sealed-box.js';
import { importPublicKey, tokenHash, verifyToken } from './blind-signature.js';
import { checkAnswers } from './questions.model.js';
import { ResponseRepository, type SealedResponse } from './response.repository.js';
import { partsOf } from './sealed-answer.model.js';

const receiptBytes = 32;

/**
 * Takes answers from nobody in particular. It is given no call context, so that nothing of it can be written down:
 * neither who is signed in, nor an address, nor a trace. What was answered leaves the memory of this process sealed.
 */
@Injectable()
export class ResponseService {
  constructor(
    private readonly responses: ResponseRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `TOKEN_INVALID`, `RECEIPT_INVALID`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`,
   * `ANSWER_FORMAT`, `TOKEN_USED` (E125), `SURVEY_NOT_OPEN`
   */
  async submit(request: SubmitResponseRequest): Promise<Outcome<ResponseReceived>> {
    const survey = await this.responses.findSurvey(request.surveyId);
    if (survey === null) throw new DomainError('NOT_FOUND');
    const token = Buffer.from(request.token, 'base64');
    const signature = Buffer.from(request.signature, 'base64');
    // By the survey's own key: a token of another survey is worth nothing here.
    if (!verifyToken(importPublicKey(survey.publicKey), token, signature))
      throw new DomainError('TOKEN_INVALID');
    const receipt = Buffer.from(request.receipt, 'base64');
    if (receipt.length !== receiptBytes) throw new DomainError('RECEIPT_INVALID', { pointer: '/receipt' });
    checkAnswers(survey.questions, request.answers);
    const { sealingKey } = survey;
    if (sealingKey === null) throw new DomainError('SURVEY_NOT_OPEN');
    const parts = partsOf(survey.questions, request.answers, answerLengthMax);
    const response: SealedResponse = {
      surveyId: survey.id,
      tokenHash: tokenHash(token),
      receiptHash: createHash('sha256').update(receipt).digest(),
      sealed: await seal(parts.choices, sealingKey),
      texts: await Promise.all(parts.texts.map((text) => seal(text, sealingKey))),
    };
    const inserted = await this.responses.insert(response, this.clock.now());
    if (!inserted) await this.requireRetry(response);
    return { body: { received: true }, existing: !inserted, replayed: false };
  }

  /** A phone that did not hear of the first time sends the same again: that is no second answer. */
  private async requireRetry({ surveyId, tokenHash: hash, receiptHash }: SealedResponse): Promise<void> {
    const kept = await this.responses.findReceipt(surveyId, hash);
    if (kept === null) throw new DomainError('SURVEY_NOT_OPEN');
    if (!kept.equals(receiptHash)) throw new DomainError('TOKEN_USED');
  }
}
