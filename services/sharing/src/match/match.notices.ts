import { Injectable } from '@nestjs/common';
import type { NoticeKind, NoticeReason } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { NoticeWriter } from '../notice/notice.writer.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { RankedOffer } from '../need/want.model.js';
import type { TitledMatch } from '../need/match.repository.js';
import type { NeedRow } from '../need/need.entity.js';

/** Owners are told only of what fits well, and so many of them of one need at a time. */
const toldScoreMin = 60;
const toldOwnersMax = 5;

interface News {
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  readonly cause: string;
  readonly offerTitle?: string;
}

/** Tells owners what is sought that they have, and both sides what the other has said. */
@Injectable()
export class MatchNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Each union once of a need, however much of what it has would answer it. @param offers the best first */
  async ownersOf(tx: Transaction, need: NeedRow, offers: readonly RankedOffer[]): Promise<void> {
    const good = offers.filter(({ score }) => score >= toldScoreMin);
    const owners = new Map(good.map((offer) => [offer.ownerUnionId, offer.ownerPersonId]));
    for (const [unionId, personId] of [...owners].slice(0, toldOwnersMax)) {
      const told = { kind: 'needMatched', why: 'offers', cause: `need/${need.id}/matched` } as const;
      await this.tell(tx, need, personId === null ? await this.speakersOf(tx, unionId) : [personId], told);
    }
  }

  /** The seeker learns of an offer. */
  async proposed(tx: Transaction, need: NeedRow, match: TitledMatch): Promise<void> {
    const told = { kind: 'offerProposed', why: 'seeks', cause: `match/${match.id}/proposed` } as const;
    const people = new Set([need.postedBy, ...(await this.speakersOf(tx, need.unionId))]);
    await this.tell(tx, need, [...people], { ...told, offerTitle: match.offerTitle });
  }

  /** The owner learns what the seeker has said. */
  async answered(tx: Transaction, need: NeedRow, match: TitledMatch): Promise<void> {
    const kind = match.state === 'accepted' ? 'offerAccepted' : 'offerDeclined';
    const told = { kind, why: 'offers', cause: `match/${match.id}/${match.state}` } as const;
    const { ownerPersonId, ownerUnionId } = match;
    const people = ownerPersonId === null ? await this.speakersOf(tx, ownerUnionId) : [ownerPersonId];
    await this.tell(tx, need, people, { ...told, offerTitle: match.offerTitle });
  }

  private speakersOf(tx: Transaction, unionId: string): Promise<string[]> {
    return this.references.nearestHoldersOf(tx, actions.proposeMatch, unionId);
  }

  private async tell(
    tx: Transaction,
    need: NeedRow,
    personIds: readonly string[],
    { offerTitle, ...told }: News,
  ): Promise<void> {
    const details = { needTitle: need.title, ...(offerTitle === undefined ? {} : { offerTitle }) };
    await this.writer.write(
      tx,
      personIds.map((personId) => ({ ...told, personId, activityId: null, needId: need.id, details })),
    );
  }
}
