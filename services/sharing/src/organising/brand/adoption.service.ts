import { Injectable } from '@nestjs/common';
import {
  type AdoptBrandRequest,
  brandContract,
} from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { ActivityCopyView } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityService } from '../../activities/activity/activity.service.js';
import { activityViewOf } from '../../activities/activity/activity.view.js';
import { type CopyOfTimes, copiedTimes } from '../draft/copied-times.js';
import { movesOf } from '../draft/copying.service.js';
import { textsOf } from '../draft/copied-plan.js';
import { BrandChanges } from './brand-changes.js';
import type { BrandRow } from './brand.entity.js';
import { requireAdoptable } from './brand.model.js';
import { EditionParts } from './edition-parts.js';
import { creditOf, NextEdition } from './next-edition.js';
import type { BrandTemplate } from './template.js';

/** Drafts a new edition of a brand, with credit to its founder: the template is used like any other plan. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityService,
    private readonly changes: BrandChanges,
    private readonly editions: NextEdition,
    private readonly parts: EditionParts,
  ) {}

  /** @throws DomainError `BRAND_NOT_PUBLISHED`, `BRAND_APPROVAL_REQUIRED`, and the refusals of a draft */
  @Handles(brandContract.adopt)
  adopt(request: AdoptBrandRequest, call: CallContext): Promise<Outcome<ActivityCopyView>> {
    return this.transactions.command(call, brandContract.adopt, request, async (tx) => {
      const { row, copied } = await this.adoptIn(tx, request);
      return { activity: activityViewOf(row, tx), ...movesOf(copied), invite: [] };
    });
  }

  /** The same within a larger transaction. */
  async adoptIn(
    tx: Transaction,
    request: AdoptBrandRequest,
  ): Promise<{ readonly row: ActivityRow; readonly copied: CopyOfTimes }> {
    tx.authorise(actions.seeBrand, {});
    if (request.organiser.kind === 'person') throw new DomainError('NOT_PERMITTED');
    const brand = await this.changes.lock(tx, request.brandId);
    if (brand.publishedAt === null) await this.changes.authorise(tx, brand);
    const template = await this.changes.templateOf(tx, brand);
    const copied = timesOf(template, request, tx.now);
    const credit = creditOf(brand);
    const draft = await this.activities.draft(tx, planOf(template, request, copied), {
      eligibility: template.eligibility,
      brand: credit,
    });
    requireAdoptable(brand, draft.unionId, await this.editions.isApproved(tx, brand, draft.unionId));
    await this.changes.save(tx, brand, { editions: credit.edition });
    const row = await this.parts.add(tx, template, draft);
    await this.notifyFounder(tx, brand, row);
    return { row, copied };
  }

  private async notifyFounder(tx: Transaction, brand: BrandRow, edition: ActivityRow): Promise<void> {
    if (edition.unionId === brand.founderUnionId) return;
    await this.changes.notifyFounder(tx, brand, {
      kind: 'brandAdopted',
      why: 'founder',
      partyName: edition.organiserName,
      cause: `brand/${brand.id}/edition/${edition.id}`,
    });
  }
}

function timesOf(template: BrandTemplate, request: AdoptBrandRequest, now: Date): CopyOfTimes {
  const { timeZone, startsAt, endsAt, signUpOpensAt, signUpClosesAt } = template;
  const original = {
    timeZone,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    signUpOpensAt: new Date(signUpOpensAt),
    signUpClosesAt: new Date(signUpClosesAt),
  };
  const wish = { startsAt: new Date(request.startsAt), keepDay: request.keepDay ?? false };
  return copiedTimes(original, wish, now);
}

function planOf(template: BrandTemplate, request: AdoptBrandRequest, { times }: CopyOfTimes) {
  const { title, description, kind, business, timeZone, companionsMax } = template;
  const { organiser, venue, signUpOpensAt, signUpClosesAt } = request;
  return {
    organiser,
    title: request.title ?? title,
    description,
    kind,
    function: template.function,
    business,
    venue: venue ?? null,
    timeZone,
    companionsMax,
    ...textsOf(times),
    ...(signUpOpensAt ? { signUpOpensAt } : {}),
    ...(signUpClosesAt ? { signUpClosesAt } : {}),
  };
}
