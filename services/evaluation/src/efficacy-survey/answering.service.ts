import { Injectable } from '@nestjs/common';
import {
  type AnswerEfficacySurveyRequest,
  type EfficacyInvitationView,
  efficacySurveyContract,
  type ListEfficacyInvitationsRequest,
  type ListMyEfficacyInvitationsRequest,
  type MyEfficacyInvitationView,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { checkSteps } from './efficacy-questions.model.js';
import { EfficacySources } from './efficacy-sources.js';
import { invitationView, ownInvitationView } from './efficacy-survey-view.js';
import type { EfficacyInvitationRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';

/** Parties answer, in their name or pooled; whoever holds the survey sees who has not. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly sources: EfficacySources,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * An answer stands: a pooled one could not be found again to be changed. What was answered is in neither the audit trail
   * nor what is kept under the idempotency key: few answers are possible, so a hash of them could be guessed.
   * @throws DomainError `NOT_FOUND` for a party that was not asked, or for which others answer; `SURVEY_NOT_OPEN`,
   * `PARTY_ANSWERED`, `PERSON_POOLED`, `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`
   */
  answer(
    request: AnswerEfficacySurveyRequest,
    call: CallContext,
  ): Promise<Outcome<MyEfficacyInvitationView>> {
    const { answers, ...asked } = request;
    return this.transactions.command(call, efficacySurveyContract.answer, asked, async (tx) => {
      const survey = await this.surveys.lock(tx, request.efficacySurveyId, 'pessimistic_read');
      const invitation = await this.lockOwn(tx, request);
      requireOpen(survey, tx.now);
      if (invitation.manner !== null) throw new DomainError('PARTY_ANSWERED');
      checkSteps(survey.questions, answers);
      const { manner } = request;
      await this.invitations.keepAnswer(tx, invitation, manner, answers);
      const { kind, partyKind, partyId } = invitation;
      tx.audit({
        noun: 'efficacy-survey',
        id: survey.id,
        before: { kind, partyKind, partyId, manner: null },
        after: { kind, partyKind, partyId, manner },
      });
      return ownInvitationView({ ...invitation, ...survey, manner });
    });
  }

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

  /** Who has answered is known of each party, and never how: whom to remind. */
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

  /** @throws DomainError `NOT_FOUND` */
  private async lockOwn(
    tx: Transaction,
    request: AnswerEfficacySurveyRequest,
  ): Promise<EfficacyInvitationRow> {
    const invitation = await this.invitations.lock(tx, request);
    if (invitation === null || !isAnsweredBy(tx, invitation)) throw new DomainError('NOT_FOUND');
    if (invitation.partyKind === 'person') {
      if (request.manner !== 'pooled') throw new DomainError('PERSON_POOLED', { pointer: '/manner' });
      return invitation;
    }
    const union = await this.references.union(tx, invitation.unionId);
    tx.authorise(actions.answerForParty, { paths: [union.path] });
    return invitation;
  }
}

/** A person answers for himself, the officers of its own union for every other party. */
function isAnsweredBy(tx: Transaction, { partyKind, partyId, unionId }: EfficacyInvitationRow): boolean {
  if (partyKind === 'person') return partyId === tx.personId;
  return unionsAnsweredFor(tx).includes(unionId);
}

/** The unions at which the caller himself holds the office: one further up would answer for those below him. */
function unionsAnsweredFor(tx: Transaction): string[] {
  const roles: readonly string[] = actions.answerForParty.roles;
  const held = tx.call.actor?.roles ?? [];
  return [...new Set(held.filter(({ role }) => roles.includes(role)).map(({ unionId }) => unionId))];
}

/** @throws DomainError `SURVEY_NOT_OPEN` before, after, and in the moment between the end and the close */
function requireOpen({ state, closesAt }: EfficacySurveyRow, now: Date): void {
  if (state !== 'open' || now >= closesAt) throw new DomainError('SURVEY_NOT_OPEN');
}
