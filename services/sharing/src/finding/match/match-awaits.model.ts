import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { partyOf } from '../../reference/whom.model.js';
import type { TitledMatch } from '../../lending/need/match.repository.js';
import type { NeedRow } from '../../lending/need/need.entity.js';

type Sought = Pick<NeedRow, 'id' | 'title' | 'state' | 'partyKind' | 'partyId' | 'unionId' | 'expiresAt'>;
type Offered = Pick<TitledMatch, 'state' | 'offerTitle'>;

/**
 * What a match waits for: whoever seeks it answers what was proposed to them, as long as the need is not closed.
 * @param rule who answers
 */
export function awaitsOfMatch(need: Sought, { state, offerTitle }: Offered, rule: ActionRule): Await[] {
  const isAnswerable = need.state === 'open' || need.state === 'answered';
  if (state !== 'proposed' || !isAnswerable) return [];
  const { partyKind: kind, partyId: id, unionId } = need;
  return [
    {
      ...partyOf({ kind, id, unionId }, rule),
      kind: 'offerProposed',
      why: 'seeks',
      about: { needId: need.id },
      title: need.title,
      values: { offerTitle },
      dueAt: need.expiresAt,
    },
  ];
}
