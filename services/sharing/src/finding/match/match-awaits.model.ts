import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { partyOf, toldTitle } from '../../reference/whom.model.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import type { NeedRow } from '../../lending/need/need.entity.js';

type Sought = Pick<NeedRow, 'id' | 'title' | 'state' | 'partyKind' | 'partyId' | 'unionId' | 'expiresAt'>;
type Offered = Pick<TitledMatch, 'state' | 'offerTitle' | 'ownerPersonId'>;

/** What is offered, as others are told; null where a person offers it. */
export function toldOfferTitle({ offerTitle, ownerPersonId }: Omit<Offered, 'state'>): string | null {
  return ownerPersonId === null ? offerTitle : null;
}

/**
 * What a match waits for: whoever seeks it answers what was proposed to them, as long as the need is not closed.
 * @param rule who answers
 */
export function awaitsOfMatch(need: Sought, match: Offered, rule: ActionRule): Await[] {
  const isAnswerable = need.state === 'open' || need.state === 'answered';
  if (match.state !== 'proposed' || !isAnswerable) return [];
  const { partyKind: kind, partyId: id, unionId } = need;
  return [
    {
      ...partyOf({ kind, id, unionId }, rule),
      kind: 'offerProposed',
      why: 'seeks',
      about: { needId: need.id },
      title: toldTitle(need.partyKind, need.title),
      values: { offerTitle: toldOfferTitle(match) },
      dueAt: need.expiresAt,
    },
  ];
}
