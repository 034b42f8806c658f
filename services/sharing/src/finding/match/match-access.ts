import { Injectable } from '@nestjs/common';
import { DomainError, mayDo, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import { delegatedSubject } from '../../reference/delegation/delegated.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { managedBy } from '../../lending/resource/resource.model.js';
import { MatchStore } from './match-store.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import type { MatchRow, NeedRow } from '../../lending/need/need.entity.js';

export interface MatchSides {
  readonly match: MatchRow;
  readonly need: NeedRow;
  readonly owner: Subject;
  readonly seeker: Subject;
  /** The offer is a draft, visible only to its organiser until they propose it. */
  readonly isDraft: boolean;
}

/** Determines the caller's side of a match. */
@Injectable()
export class MatchAccess {
  constructor(
    private readonly store: MatchStore,
    private readonly references: ReferenceRepository,
  ) {}

  /** Locks the need before the match, as matching does. For everybody but the two sides it does not exist. */
  async lock(tx: Transaction, matchId: string): Promise<MatchSides> {
    return this.sidesOf(tx, await this.store.lock(tx, matchId));
  }

  /** For either side to read. @throws DomainError `NOT_FOUND` */
  async see(tx: Transaction, matchId: string): Promise<TitledMatch> {
    const match = await this.store.titled(tx, matchId);
    const need = await this.store.need(tx, match.needId);
    if (need === null) throw new DomainError('NOT_FOUND');
    const { owner } = await this.sidesOf(tx, { match, need });
    if (!owner.visible) throw new DomainError('NOT_FOUND');
    return match;
  }

  private async sidesOf(
    tx: Transaction,
    { match, need }: Pick<MatchSides, 'match' | 'need'>,
  ): Promise<MatchSides> {
    const isDraft = await this.store.isDraft(tx, match);
    const owner = await this.ownerOf(tx, match);
    const seeker = await this.seekerOf(tx, need);
    const { actor } = tx.call;
    const isOwner = actor !== null && mayDo(actor, actions.proposeMatch, owner);
    const isSeeker = actor !== null && mayDo(actor, actions.manageNeed, seeker);
    // A superior role may act for either side; for a mere seeker a draft does not exist before it is proposed.
    if (isSeeker && !isOwner && isDraft && match.proposedAt === null) throw new DomainError('NOT_FOUND');
    const visible = isOwner || isSeeker;
    return { match, need, isDraft, owner: { ...owner, visible }, seeker: { ...seeker, visible } };
  }

  /** Those who seek it, with whether that is delegated to the caller. */
  async seekerOf(tx: Transaction, need: NeedRow): Promise<Subject> {
    const union = await this.references.union(tx, need.unionId);
    const seeker = managedBy({ ownerKind: need.partyKind, ownerId: need.partyId }, union.path);
    return delegatedSubject(tx, actions.manageNeed, seeker);
  }

  save(tx: Transaction, row: MatchRow): Promise<TitledMatch> {
    return this.store.update(tx, row);
  }

  titled(tx: Transaction, id: string): Promise<TitledMatch> {
    return this.store.titled(tx, id);
  }

  answeredWants(tx: Transaction, needId: string): Promise<number[]> {
    return this.store.answeredWants(tx, needId);
  }

  private async ownerOf(tx: Transaction, { ownerUnionId, ownerPersonId }: MatchRow): Promise<Subject> {
    const union = await this.references.union(tx, ownerUnionId);
    return { paths: [union.path], ...(ownerPersonId === null ? {} : { personId: ownerPersonId }) };
  }
}
