import { Inject, Injectable } from '@nestjs/common';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type Locale, systemCall } from '@gongxiang/domain';
import { continueTrace, type Logger, within } from '@gongxiang/observability';
import { PublicReads } from '../http/public-reads.js';
import { LOGGER } from '../config/tokens.js';
import {
  activitiesShown,
  activityCard,
  defaultCards,
  type ShareCard,
  sharedPageAt,
  unionCard,
} from './share-card.model.js';

/** Timeout for loading a card, after which the page has the default one. */
const waitMs = 1_500;

/** Loads the card of a page. */
@Injectable()
export class ShareCards {
  constructor(
    private readonly reads: PublicReads,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param path of the portal, without its query; unknown pages, and those that cannot be loaded in time, have the
   * default card
   */
  async cardOf(path: string, locale: Locale): Promise<ShareCard> {
    const page = sharedPageAt(path);
    if (page === null) return defaultCards[locale];
    const own = page.kind === 'union' ? this.ofUnion(page.id, locale) : this.ofActivity(page.id, locale);
    own.catch((error: unknown) =>
      this.logger.debug({ kind: page.kind, reason: String(error) }, 'a page has no card of its own'),
    );
    return within(waitMs, own, defaultCards[locale]);
  }

  private async ofUnion(unionId: string, locale: Locale): Promise<ShareCard> {
    const request = { unionId, limit: activitiesShown };
    const [union, activities] = await Promise.all([
      this.reads.ask(unionContract.getPublic, { unionId }, nobody()),
      // Sharing may not know the union yet, or be unavailable: the union's name is enough for a card.
      this.reads.ask(activityContract.listPublic, request, nobody()).catch(() => null),
    ]);
    return unionCard(union.body, activities?.body.items ?? [], locale);
  }

  private async ofActivity(activityId: string, locale: Locale): Promise<ShareCard> {
    const { body } = await this.reads.ask(activityContract.getPublic, { activityId }, nobody());
    return activityCard(body, locale);
  }
}

function nobody(): ReturnType<typeof systemCall> {
  return systemCall(continueTrace(undefined));
}
