import { Injectable } from '@nestjs/common';
import { efficacyKinds } from '@gongxiang/contracts';
import { unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { EfficacyInvitationRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository, type Invitee } from './invitation.repository.js';
import { poolUpwards, voiceOf } from './pooling.model.js';
import { seasonOf } from './season.model.js';
import { SeasonNews } from './season-news.js';

export const openKind = 'efficacy-survey-open';

/** Opens surveys: who is asked, and as what, is computed then and stays. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly references: ReferenceRepository,
    private readonly news: SeasonNews,
  ) {}

  /** @param survey locked, and not yet open */
  async open(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const { path: rootPath } = await this.references.union(tx, survey.unionId);
    const invitees = await this.invitations.invitees(tx, rootPath, seasonOf(survey));
    const rows = efficacyKinds.flatMap((kind) => {
      const ofKind = invitees.filter((invitee) => invitee.kind === kind);
      return invitationsOf(survey.id, ofKind, rootPath);
    });
    await this.invitations.insert(tx, rows);
    const row = { ...survey, rootPath, state: 'open' as const, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await unschedule(tx, openKind, row.id);
    await this.news.opened(tx, row);
    tx.audit({
      noun: 'efficacy-survey',
      id: row.id,
      before: { state: survey.state },
      after: { state: row.state, invited: rows.length },
    });
    return row;
  }
}

/** Of where a pooled answer is from no more is kept than a subtree in which five voices are asked as the same kind. */
function invitationsOf(
  surveyId: string,
  invitees: readonly Invitee[],
  rootPath: string,
): EfficacyInvitationRow[] {
  const groups = invitees.map((invitee) => ({ path: invitee.path, voices: [voiceOf(invitee)], invitee }));
  const pools = poolUpwards(groups, rootPath);
  const poolOf = new Map(pools.flatMap((pool) => pool.groups.map(({ invitee }) => [invitee, pool.path])));
  return invitees.map((invitee) => {
    const { kind, partyKind, partyId, partyName, unionId, unionName } = invitee;
    const poolPath = poolOf.get(invitee) ?? rootPath;
    return { surveyId, kind, partyKind, partyId, partyName, unionId, unionName, poolPath, manner: null };
  });
}
