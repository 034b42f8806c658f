import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  type AdoptBrandRequest,
  brandContract,
  type BrandView,
  type CreateBrandRequest,
} from '@gongxiang/contracts/sharing/organising/brand.contract';
import type { ActivityCopyView } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { newId } from '@gongxiang/domain';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';

/** An activity of a union that took place and was closed: so many had a seat, and the first of them attended. */
export async function heldActivity(
  stage: Stage,
  union: KnownUnion,
  changes: Partial<ActivityRow> & { readonly seated?: number; readonly came?: number } = {},
): Promise<string> {
  const { seated = 3, came = 2, ...rest } = changes;
  const { sharing } = stage;
  const activityId = await stage.activity(union, rest);
  await stage.pool(activityId, union, 10);
  const registered = await stage.line(activityId, await stage.members(union, seated));
  const at = sharing.clock.now().toISOString();
  const items = registered
    .slice(0, came)
    .map(({ id: registrationId }) => ({ operationId: newId(), at, registrationId }));
  await sharing.ask(checkInContract.checkIn, { activityId, items }, union.officer);
  await closed(stage, union, activityId);
  return activityId;
}

/** Closes an activity a day from now, and restores the clock. */
async function closed(stage: Stage, union: KnownUnion, activityId: string): Promise<void> {
  const { clock } = stage.sharing;
  const now = clock.now();
  clock.set(new Date(now.getTime() + 30 * 3_600_000).toISOString());
  await stage.sharing.ask(checkInContract.close, { activityId }, union.officer);
  clock.set(now.toISOString());
}

/** A union's draft brand, created from a past activity. */
export async function draftBrand(
  stage: Stage,
  union: KnownUnion,
  fields: Partial<CreateBrandRequest> = {},
): Promise<BrandView> {
  const activityId = fields.activityId ?? (await heldActivity(stage, union));
  const request = { activityId, name: '亲子工厂日', story: '让孩子看看父母上班的地方。', ...fields };
  return stage.sharing.ask(brandContract.create, request, union.officer);
}

export async function publishedBrand(
  stage: Stage,
  union: KnownUnion,
  fields: Partial<CreateBrandRequest> = {},
): Promise<BrandView> {
  const { id: brandId } = await draftBrand(stage, union, fields);
  return stage.sharing.ask(brandContract.publish, { brandId }, union.officer);
}

/** A union adopts a brand for a Saturday far in the future. */
export function adopt(
  stage: Stage,
  brandId: string,
  union: KnownUnion,
  fields: Partial<AdoptBrandRequest> = {},
): Promise<ActivityCopyView> {
  const organiser = { kind: 'union', id: union.id } as const;
  const request = { brandId, organiser, startsAt: '2099-11-21T09:00:00+08:00', venue: '二号车间', ...fields };
  return stage.sharing.ask(brandContract.adopt, request, union.officer);
}
