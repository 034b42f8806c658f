import { Injectable } from '@nestjs/common';
import {
  brandContract,
  type BrandIdRequest,
  type BrandState,
  type BrandView,
  type CreateBrandRequest,
  type EditBrandRequest,
} from '@gongxiang/contracts/sharing/organising/brand.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as activitiesActions } from '../../activities/actions.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { indexTerms } from '@gongxiang/domain';
import { BrandPlans } from './brand-plans.js';
import { BrandChanges } from './brand-changes.js';
import type { BrandRow } from './brand.entity.js';
import { requireBrandStep } from './brand.model.js';
import type { BrandTemplate } from './template.js';

/** Creates brands from past activities, and maintains them. */
@Injectable()
export class BrandService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly plans: BrandPlans,
    private readonly changes: BrandChanges,
  ) {}

  /** @throws DomainError `BRAND_ACTIVITY_NOT_CLOSED`, `BRAND_HAS_ACTIVITY` */
  @Handles(brandContract.create)
  create(request: CreateBrandRequest, call: CallContext): Promise<Outcome<BrandView>> {
    return this.transactions.command(call, brandContract.create, request, async (tx) => {
      tx.authorise(activitiesActions.seeActivity, {});
      const activity = await this.activities.lock(tx, request.activityId);
      await this.access.manage(tx, activity, actions.manageBrand);
      requireClosed(activity);
      if (activity.brand !== null)
        throw new DomainError('BRAND_HAS_ACTIVITY', {
          pointer: '/activityId',
          params: { brand: activity.brand.name },
        });
      const row = newBrand(tx, request, activity, await this.changes.unionName(tx, activity.unionId));
      await this.changes.add(tx, row, await this.plans.take(tx, activity));
      const { id, name, founderName: founder } = row;
      await this.activities.save(tx, activity, {
        brand: { id, name, founder, edition: 1, templateVersion: 1 },
      });
      return this.changes.view(tx, row);
    });
  }

  /** @throws DomainError `BRAND_OF_OTHER_ACTIVITY`, `BRAND_ACTIVITY_NOT_CLOSED` */
  @Handles(brandContract.edit)
  edit(request: EditBrandRequest, call: CallContext): Promise<Outcome<BrandView>> {
    return this.transactions.command(call, brandContract.edit, request, async (tx) => {
      const before = await this.lockForChange(tx, request.brandId);
      requireVersion(tx, before.version);
      if (before.state === 'retired')
        throw new DomainError('ILLEGAL_TRANSITION', { params: { from: 'retired', to: 'retired' } });
      const template = await this.editedTemplate(tx, before, request);
      const row = await this.changes.save(tx, before, editedFields(before, request, template), template);
      return this.changes.view(tx, row);
    });
  }

  @Handles(brandContract.publish)
  publish(request: BrandIdRequest, call: CallContext): Promise<Outcome<BrandView>> {
    return this.transactions.command(call, brandContract.publish, request, (tx) =>
      this.step(tx, request.brandId, 'published'),
    );
  }

  /** Its editions stay; nobody creates another one. */
  @Handles(brandContract.retire)
  retire(request: BrandIdRequest, call: CallContext): Promise<Outcome<BrandView>> {
    return this.transactions.command(call, brandContract.retire, request, (tx) =>
      this.step(tx, request.brandId, 'retired'),
    );
  }

  private async step(tx: Transaction, brandId: string, state: BrandState): Promise<BrandView> {
    const before = await this.lockForChange(tx, brandId);
    requireVersion(tx, before.version);
    requireBrandStep(before.state, state);
    const publishedAt = state === 'published' ? (before.publishedAt ?? tx.now) : before.publishedAt;
    return this.changes.view(tx, await this.changes.save(tx, before, { state, publishedAt }));
  }

  private async lockForChange(tx: Transaction, brandId: string): Promise<BrandRow> {
    tx.authorise(actions.seeBrand, {});
    const row = await this.changes.lock(tx, brandId);
    await this.changes.authorise(tx, row);
    return row;
  }

  /** @returns null if it does not change */
  private async editedTemplate(
    tx: Transaction,
    brand: BrandRow,
    { fromActivityId, title, description, tasks }: EditBrandRequest,
  ): Promise<BrandTemplate | null> {
    const isNew = [fromActivityId, title, description, tasks].some(
      (one) => one !== undefined && one !== null,
    );
    if (!isNew) return null;
    const base = fromActivityId
      ? await this.plans.take(tx, await this.closedEdition(tx, brand, fromActivityId))
      : await this.changes.templateOf(tx, brand);
    return {
      ...base,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(tasks ? { tasks } : {}),
    };
  }

  private async closedEdition(tx: Transaction, brand: BrandRow, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.find(tx, activityId);
    if (activity?.brand?.id !== brand.id)
      throw new DomainError('BRAND_OF_OTHER_ACTIVITY', { pointer: '/fromActivityId' });
    requireClosed(activity, '/fromActivityId');
    return activity;
  }
}

function requireClosed({ state }: ActivityRow, pointer = '/activityId'): void {
  if (state !== 'closed') throw new DomainError('BRAND_ACTIVITY_NOT_CLOSED', { pointer });
}

function newBrand(
  tx: Transaction,
  { name, story, adoption }: CreateBrandRequest,
  activity: ActivityRow,
  founderName: string,
): BrandRow {
  const { id: firstActivityId, unionId: founderUnionId, kind, business } = activity;
  return {
    id: newId(),
    version: 1,
    name,
    story,
    state: 'draft',
    adoption: adoption ?? 'open',
    founderUnionId,
    founderName,
    firstActivityId,
    kind,
    function: activity.function,
    business,
    templateVersion: 1,
    editions: 1,
    searchTerms: indexTerms(`${name} ${story}`),
    createdBy: tx.personId,
    createdAt: tx.now,
    publishedAt: null,
  };
}

/** The search fields follow the template. */
function editedFields(
  before: BrandRow,
  { name, story, adoption }: EditBrandRequest,
  template: BrandTemplate | null,
): Partial<BrandRow> {
  const { kind, business } = template ?? before;
  return {
    name: name ?? before.name,
    story: story ?? before.story,
    adoption: adoption ?? before.adoption,
    kind,
    business,
    function: (template ?? before).function,
  };
}
