import {
  bulletinContract,
  type BulletinDefinition,
  type BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';

/** News for the members of a union and of those below it, unless told otherwise. */
export function bulletinOf(changes: Partial<BulletinDefinition> = {}): BulletinDefinition {
  return {
    title: '高温作业通知',
    text: '气温在 **35℃** 以上时停工。',
    kind: 'news',
    source: null,
    audience: 'members',
    mustRead: false,
    pinned: false,
    from: null,
    until: null,
    citesId: null,
    ...changes,
  };
}

/** A bulletin that is published. */
export async function publishBulletin(
  affairs: ServiceFixture,
  unionId: string,
  officer: Actor,
  changes: Partial<BulletinDefinition> = {},
): Promise<BulletinView> {
  const made = await affairs.ask(bulletinContract.create, { ...bulletinOf(changes), unionId }, officer);
  return affairs.ask(bulletinContract.publish, { bulletinId: made.id }, officer, { ifMatch: made.version });
}
