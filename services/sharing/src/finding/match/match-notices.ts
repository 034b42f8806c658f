import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../lending/actions.js';
import type { Notice } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { toldTitle } from '../../reference/whom.model.js';
import { toldOfferTitle } from './match-awaits.model.js';
import type { RankedOffer } from '../../lending/need/want.model.js';
import { MatchRepository, type TitledMatch } from '../../lending/need/match.repository.js';
import type { NeedRow } from '../../lending/need/need.entity.js';

/** Owners are notified only of good matches, and so many of them per need at a time. */
const notifiedScoreMin = 60;
const notifiedOwnersMax = 5;

/** The matches of a need, best first. */
interface FoundFor {
  readonly need: Pick<NeedRow, 'id' | 'title' | 'partyKind'>;
  readonly offers: readonly RankedOffer[];
}

interface NeedMatches {
  readonly kind: NoticeKind;
  readonly why: NoticeReason;
  readonly cause: string;
  /** Null where a person offers it. */
  readonly offerTitle: string | null;
}

/** Notifies owners of needs they could answer, and of the answer to what they proposed. */
@Injectable()
export class MatchNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
    private readonly matches: MatchRepository,
  ) {}

  /** Each union once per need, however many of its offers would answer it. */
  async ownersOf(tx: Transaction, found: readonly FoundFor[]): Promise<void> {
    const owners = found.flatMap(({ need, offers }) => {
      const good = offers.filter(({ score }) => score >= notifiedScoreMin);
      // The best of each owner is named: of entries with the same key a map keeps the last.
      const ofNeed = new Map(good.toReversed().map((offer) => [offer.ownerUnionId, offer]));
      return [...ofNeed.values()]
        .reverse()
        .slice(0, notifiedOwnersMax)
        .map(({ id, ownerUnionId, ownerPersonId }) => ({
          need,
          offerId: id,
          unionId: ownerUnionId,
          personId: ownerPersonId,
        }));
    });
    if (owners.length === 0) return;
    const titles = await this.matches.offerTitles(tx, [...new Set(owners.map(({ offerId }) => offerId))]);
    const unionIds = owners.flatMap(({ unionId, personId }) => (personId === null ? [unionId] : []));
    const speakers = await this.references.nearestHoldersOfAll(tx, actions.proposeMatch, [
      ...new Set(unionIds),
    ]);
    const notices = owners.map(({ need, offerId, unionId, personId }) => {
      const notice = {
        kind: 'needMatched',
        why: 'offers',
        cause: `need/${need.id}/matched`,
        offerTitle: personId === null ? (titles.get(offerId) ?? '') : null,
      } as const;
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
    const offerTitle = toldOfferTitle(match);
    await this.notify(tx, need, people, { ...notice, offerTitle });
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
  { id: needId, partyKind, title }: FoundFor['need'],
  personIds: readonly string[],
  { offerTitle, ...notice }: NeedMatches,
): Notice {
  return {
    ...notice,
    personIds,
    about: { needId },
    title: toldTitle(partyKind, title),
    values: { offerTitle },
  };
}
