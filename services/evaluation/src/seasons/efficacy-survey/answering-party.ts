import { Injectable } from '@nestjs/common';
import type {
  EfficacyKind,
  InvitedPartyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { EfficacyInvitationRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { InvitationRepository } from './invitation.repository.js';

/** The party that a person wants to answer for. */
export interface PartyAsked {
  readonly efficacySurveyId: string;
  readonly kind: EfficacyKind;
  readonly partyKind: InvitedPartyKind;
  readonly partyId: string;
}

/** Persons answer for themselves; the officers of its own union answer for every other party. */
@Injectable()
export class AnsweringParty {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND` if it was not asked, or if others answer for it */
  async lock(tx: Transaction, request: PartyAsked): Promise<EfficacyInvitationRow> {
    const invitation = await this.invitations.lock(tx, request);
    if (invitation === null || !isAnsweredBy(tx, invitation)) throw new DomainError('NOT_FOUND');
    if (invitation.partyKind === 'person') return invitation;
    const union = await this.references.union(tx, invitation.unionId);
    tx.authorise(actions.answerForParty, { paths: [union.path] });
    return invitation;
  }
}

function isAnsweredBy(tx: Transaction, { partyKind, partyId, unionId }: EfficacyInvitationRow): boolean {
  if (partyKind === 'person') return partyId === tx.personId;
  return unionsAnsweredFor(tx).includes(unionId);
}

/**
 * The unions at which the caller holds the role directly; roles do not reach down here, or a union above would answer
 * for others.
 */
export function unionsAnsweredFor(tx: Transaction): string[] {
  const roles: readonly string[] = actions.answerForParty.roles;
  const held = tx.call.actor?.roles ?? [];
  return [...new Set(held.filter(({ role }) => roles.includes(role)).map(({ unionId }) => unionId))];
}

/** @throws DomainError `SURVEY_NOT_OPEN` before, after, and between the end and the close */
export function requireOpen({ state, closesAt }: EfficacySurveyRow, now: Date): void {
  if (state !== 'open' || now >= closesAt) throw new DomainError('SURVEY_NOT_OPEN');
}
