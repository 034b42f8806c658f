import { Injectable } from '@nestjs/common';
import { efficacyKinds } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { newId } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { generateSealingKey } from '../../reference/sealing/sealed-box.js';
import type { EfficacyInvitationRow, EfficacyPoolRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository, type Invitee } from './invitation.repository.js';
import { PoolKeysService } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';
import { poolUpwards, voiceOf } from './pooling.model.js';
import { seasonOf } from './season.model.js';

export const openKind = 'efficacy-survey-open';

/** Opens surveys: who is asked, and as what, is computed then and stays. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly references: ReferenceRepository,
    private readonly pools: PoolRepository,
    private readonly poolKeys: PoolKeysService,
    private readonly keys: KeyDirectory,
  ) {}

  /**
   * The key file is on the disk before the opening is committed. One that is left where the commit fails opens nothing.
   * @param survey locked, and not yet open @throws DomainError `BUSY` where this process has no key directory
   */
  async open(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const { path: rootPath } = await this.references.union(tx, survey.unionId);
    const invitees = await this.invitations.invitees(tx, rootPath, seasonOf(survey));
    const rows = efficacyKinds.flatMap((kind) => {
      const ofKind = invitees.filter((invitee) => invitee.kind === kind);
      return invitationsOf(survey.id, ofKind, rootPath);
    });
    await this.invitations.insert(tx, rows);
    await this.pools.insert(tx, poolsOf(rows));
    const sealingKey = await generateSealingKey();
    await this.keys.store(survey.id, sealingKey);
    const row = {
      ...survey,
      rootPath,
      sealingKey: sealingKey.publicKey,
      state: 'open' as const,
      version: survey.version + 1,
    };
    await this.surveys.update(tx, row);
    await unschedule(tx, openKind, row.id);
    await this.poolKeys.begin(tx, row);
    tx.audit({
      noun: 'efficacy-survey',
      id: row.id,
      before: { state: survey.state },
      after: { state: row.state, invited: rows.length },
    });
    return row;
  }
}

const unanswered = { manner: null, blindedHash: null };

/**
 * The origin of a pooled answer is stored only as a subtree in which at least five voices are asked as the same kind.
 */
function invitationsOf(
  surveyId: string,
  invitees: readonly Invitee[],
  rootPath: string,
): EfficacyInvitationRow[] {
  const groups = invitees.map((invitee) => ({
    path: invitee.path,
    voices: [voiceOf(invitee)],
    answers: 1,
    invitee,
  }));
  const pools = poolUpwards(groups, rootPath);
  const poolOf = new Map(pools.flatMap((pool) => pool.groups.map(({ invitee }) => [invitee, pool.path])));
  return invitees.map((invitee) => {
    const { kind, partyKind, partyId, partyName, unionId, unionName } = invitee;
    const poolPath = poolOf.get(invitee) ?? rootPath;
    return { surveyId, kind, partyKind, partyId, partyName, unionId, unionName, poolPath, ...unanswered };
  });
}

/** One for each kind at each place; their keys are made afterwards. */
function poolsOf(rows: readonly EfficacyInvitationRow[]): EfficacyPoolRow[] {
  const pools = new Map<string, EfficacyPoolRow>();
  for (const { surveyId, kind, poolPath: path } of rows) {
    const name = `${kind} ${path}`;
    if (!pools.has(name))
      pools.set(name, { surveyId, id: newId(), kind, path, publicKey: null, privateKey: null });
  }
  return [...pools.values()];
}
