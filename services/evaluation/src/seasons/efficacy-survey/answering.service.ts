import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AnswerEfficacySurveyRequest,
  type EfficacyInvitationView,
  efficacySurveyContract,
  type ListEfficacyInvitationsRequest,
  type ListMyEfficacyInvitationsRequest,
  type MyEfficacyInvitationView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import { AnsweringParty, requireOpen, unionsAnsweredFor } from './answering-party.js';
import { checkSteps } from './efficacy-questions.model.js';
import { EfficacySources } from './efficacy-sources.js';
import { invitationView, ownInvitationView } from './efficacy-survey-view.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { PoolRepository } from './pool.repository.js';

/** Parties answer in their own name; managers of the survey see who has not answered yet, in either manner. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly sources: EfficacySources,
    private readonly parties: AnsweringParty,
    private readonly pools: PoolRepository,
  ) {}

  /**
   * Answers in the party's name, which is shown with the answer after the close. An answer is final. Its content is
   * stored neither in the audit trail nor under the idempotency key.
   * @throws DomainError `NOT_FOUND` for a party that was not asked, or for which others answer; `SURVEY_NOT_OPEN`,
   * `PARTY_ANSWERED`, `PERSON_POOLED`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`
   */
  @Handles(efficacySurveyContract.answer)
  answer(
    request: AnswerEfficacySurveyRequest,
    call: CallContext,
  ): Promise<Outcome<MyEfficacyInvitationView>> {
    const { answers, ...asked } = request;
    return this.transactions.command(call, efficacySurveyContract.answer, asked, async (tx) => {
      const survey = await this.surveys.lock(tx, request.efficacySurveyId, 'pessimistic_read');
      const invitation = await this.parties.lock(tx, request);
      // Volunteers are never named, least of all with their answers.
      if (invitation.partyKind === 'person')
        throw new DomainError('PERSON_POOLED', { pointer: '/partyKind' });
      requireOpen(survey, tx.now);
      if (invitation.manner !== null) throw new DomainError('PARTY_ANSWERED');
      checkSteps(survey.questions, answers);
      const manner = 'named';
      await this.invitations.saveNamedAnswer(tx, invitation, answers);
      const { kind, partyKind, partyId } = invitation;
      tx.audit({
        noun: 'efficacy-survey',
        id: survey.id,
        before: { kind, partyKind, partyId, manner: null },
        after: { kind, partyKind, partyId, manner },
      });
      const pool = await this.pools.find(tx, survey.id, kind, invitation.poolPath);
      return ownInvitationView({
        ...survey,
        ...invitation,
        manner,
        poolId: pool?.id ?? null,
        publicKey: pool?.publicKey ?? null,
      });
    });
  }

  @Handles(efficacySurveyContract.listMine)
  listMine(
    request: ListMyEfficacyInvitationsRequest,
    call: CallContext,
  ): Promise<Page<MyEfficacyInvitationView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const answering = { unionIds: unionsAnsweredFor(tx), personId: tx.personId };
      const rows = await this.invitations.listOf(tx, answering, request);
      return toPage(rows.map(ownInvitationView), {
        limit: request.limit,
        cursorOf: ({ efficacySurveyId, kind, party }) => [efficacySurveyId, kind, party.kind, party.id],
      });
    });
  }

  /**
   * Shows whether each party has answered, for reminders, but never how. A pooled party counts once it took its
   * token.
   */
  @Handles(efficacySurveyContract.listInvitations)
  listInvitations(
    request: ListEfficacyInvitationsRequest,
    call: CallContext,
  ): Promise<Page<EfficacyInvitationView>> {
    return this.transactions.read(call, async (tx) => {
      const survey = await this.surveys.find(tx, request.efficacySurveyId);
      await this.sources.requireHolder(tx, survey);
      const rows = await this.invitations.list(tx, request);
      return toPage(rows.map(invitationView), {
        limit: request.limit,
        cursorOf: ({ kind, party }) => [kind, party.kind, party.id],
      });
    });
  }
}
