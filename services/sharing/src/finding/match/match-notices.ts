import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import type { Notice } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { RankedOffer } from '../../lending/need/want.model.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import type { NeedRow } from '../../lending/need/need.entity.js';

/** Owners are notified only of good matches, and so many of them per need at a time. */
const notifiedScoreMin = 60;
const notifiedOwnersMax = 5;

/** The matches of a need, best first. */
interface FoundFor {
  readonly need: NeedRow;
  readonly offers: readonly RankedOffer[];
}

interface NeedMatches {
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  readonly cause: string;
  readonly offerTitle?: string;
}

/** Notifies owners of needs they could answer, and of the answer to what they proposed. */
@Injectable()
export class MatchNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Each union once per need, however many of its offers would answer it. */
  async ownersOf(tx: Transaction, found: readonly FoundFor[]): Promise<void> {
    const owners = found.flatMap(({ need, offers }) => {
      const good = offers.filter(({ score }) => score >= notifiedScoreMin);
      const ofNeed = new Map(good.map((offer) => [offer.ownerUnionId, offer.ownerPersonId]));
      return [...ofNeed]
        .slice(0, notifiedOwnersMax)
        .map(([unionId, personId]) => ({ need, unionId, personId }));
    });
    const unionIds = owners.flatMap(({ unionId, personId }) => (personId === null ? [unionId] : []));
    const speakers = await this.references.nearestHoldersOfAll(tx, actions.proposeMatch, [
      ...new Set(unionIds),
    ]);
    const notices = owners.map(({ need, unionId, personId }) => {
      const notice = { kind: 'needMatched', why: 'offers', cause: `need/${need.id}/matched` } as const;
      return noticeFor(need, personId === null ? (speakers.get(unionId) ?? []) : [personId], notice);
    });
    await this.writer.write(tx, notices);
  }

  /** The owner is notified of the seeker's answer. */
  async answered(tx: Transaction, need: NeedRow, match: TitledMatch): Promise<void> {
    const kind = match.state === 'accepted' ? 'offerAccepted' : 'offerDeclined';
    const notice = { kind, why: 'offers', cause: `match/${match.id}/${match.state}` } as const;
    const { ownerPersonId, ownerUnionId } = match;
    const people = ownerPersonId === null ? await this.speakersOf(tx, ownerUnionId) : [ownerPersonId];
    await this.notify(tx, need, people, { ...notice, offerTitle: match.offerTitle });
  }

  private speakersOf(tx: Transaction, unionId: string): Promise<string[]> {
    return this.references.nearestHoldersOf(tx, actions.proposeMatch, unionId);
  }

  private async notify(
    tx: Transaction,
    need: NeedRow,
    personIds: readonly string[],
    matches: NeedMatches,
  ): Promise<void> {
    await this.writer.write(tx, [noticeFor(need, personIds, matches)]);
  }
}

function noticeFor(
  need: NeedRow,
  personIds: readonly string[],
  { offerTitle, ...notice }: NeedMatches,
): Notice {
  const values = offerTitle === undefined ? {} : { offerTitle };
  return { ...notice, personIds, about: { needId: need.id }, title: need.title, values };
}
