import { Injectable } from '@nestjs/common';
import {
  efficacySurveyContract,
  type SubmitPooledAnswerRequest,
  type TakeEfficacyTokenRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type {
  ResponseReceived,
  TokenSignature,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, Transactions } from '@gongxiang/persistence';
import { AnswerBox } from '../../reference/sealing/answer-box.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import { AnsweringParty, requireOpen } from './answering-party.js';
import { checkSteps } from './efficacy-questions.model.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { PoolRepository } from './pool.repository.js';
import { pooledAnswerBytes } from './pooled-answer.model.js';

/** A party that answers pooled takes a token in its own name and answers with it anonymously. */
@Injectable()
export class SeasonTokenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly pools: PoolRepository,
    private readonly parties: AnsweringParty,
    private readonly signingKeys: SigningKeyCipher,
    private readonly box: AnswerBox,
  ) {}

  /**
   * From here on the party answers pooled. The same value again gets the same signature: whoever lost the answer asks
   * once more.
   * @throws DomainError `NOT_FOUND` for a party that was not asked, or for which others answer; `SURVEY_NOT_OPEN`,
   *   `PARTY_ANSWERED` in its name, `TOKEN_ALREADY_ISSUED`, `BLINDED_TOKEN_INVALID`; `BUSY` while keys are made
   */
  @Handles(efficacySurveyContract.takeToken)
  issue(request: TakeEfficacyTokenRequest, call: CallContext): Promise<Outcome<TokenSignature>> {
    return this.transactions.command(call, efficacySurveyContract.takeToken, request, async (tx) => {
      const survey = await this.surveys.lock(tx, request.efficacySurveyId, 'pessimistic_read');
      const invitation = await this.parties.lock(tx, request);
      requireOpen(survey, tx.now);
      const { kind, poolPath } = invitation;
      if (invitation.manner === 'named') throw new DomainError('PARTY_ANSWERED');
      const pool = await this.pools.find(tx, survey.id, kind, poolPath);
      if (pool === null || pool.privateKey === null) throw new DomainError('BUSY', { retryAfterSeconds: 2 });
      const signed = this.signingKeys.sign(pool.id, pool.privateKey, request.blindedToken);
      const view = { blindSignature: signed.blindSignature.toString('base64') };
      if (invitation.blindedHash !== null) {
        if (!invitation.blindedHash.equals(signed.blindedHash)) throw new DomainError('TOKEN_ALREADY_ISSUED');
        return new ExistingResult(view);
      }
      // Audited when the survey ends: a record now could be linked to the party's next request.
      await this.invitations.saveToken(tx, invitation, signed.blindedHash);
      return view;
    });
  }

  /**
   * @throws DomainError `NOT_FOUND`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`, and what the box refuses:
   * `TOKEN_INVALID`, `RECEIPT_INVALID`, `TOKEN_USED` (E125), `SURVEY_NOT_OPEN`
   */
  @Handles(efficacySurveyContract.submitPooled)
  async submit(request: SubmitPooledAnswerRequest): Promise<Outcome<ResponseReceived>> {
    const found = await this.pools.findToAnswer(request.efficacySurveyId, request.poolId);
    if (found === null) throw new DomainError('NOT_FOUND');
    const { pool, survey } = found;
    const { id: surveyId, sealingKey, questions } = survey;
    if (pool.publicKey === null) throw new DomainError('SURVEY_NOT_OPEN');
    const asking = { table: 'efficacy_survey' as const, surveyId, publicKey: pool.publicKey, sealingKey };
    return this.box.put(asking, request, () => {
      checkSteps(questions, request.answers);
      const answer = { poolId: pool.id, steps: request.answers };
      return { choices: pooledAnswerBytes(questions, answer), texts: [] };
    });
  }
}
