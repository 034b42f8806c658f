import { Injectable } from '@nestjs/common';
import {
  type IssueTokenRequest,
  surveyContract,
  type TokenSignature,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityRepository } from '../../reference/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import { openedAt, requireOpen } from './survey-view.js';
import { SurveyRepository } from './survey.repository.js';

/** Signs one blinded value for each attendee. */
@Injectable()
export class TokenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: SurveyRepository,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly signingKeys: SigningKeyCipher,
  ) {}

  /**
   * The same value gets the same signature, so that a client that lost the response can ask again. Another value
   * would be a second token.
   * @throws DomainError `NOT_ATTENDED` (E126), `MEMBER_AFTER_OPENING`, `SURVEY_NOT_OPEN`, `TOKEN_ALREADY_ISSUED`
   */
  @Handles(surveyContract.issueToken)
  issue(request: IssueTokenRequest, call: CallContext): Promise<Outcome<TokenSignature>> {
    return this.transactions.command(call, surveyContract.issueToken, request, async (tx) => {
      tx.authorise(actions.askToken, {});
      const { personId } = tx;
      const survey = await this.surveys.lockShared(tx, request.surveyId);
      if (!(await this.activities.hasAttended(tx, survey.activityId, personId)))
        throw new DomainError('NOT_ATTENDED');
      requireOpen(survey, tx.now);
      if (await this.references.wasActiveLater(tx, personId, openedAt(survey)))
        throw new DomainError('MEMBER_AFTER_OPENING');
      if (survey.privateKey === null) throw new DomainError('SURVEY_NOT_OPEN');
      const signed = this.signingKeys.sign(survey.id, survey.privateKey, request.blindedToken);
      const { grant, isNew } = await this.surveys.grant(tx, { surveyId: survey.id, personId, ...signed });
      if (!isNew && !grant.blindedHash.equals(signed.blindedHash))
        throw new DomainError('TOKEN_ALREADY_ISSUED');
      const view = { blindSignature: grant.blindSignature.toString('base64') };
      // Audited when the survey ends: a record now could be linked to the holder's next request.
      return isNew ? view : new ExistingResult(view);
    });
  }
}
