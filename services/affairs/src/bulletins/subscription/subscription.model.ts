import type { BulletinKind } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { DomainError } from '@gongxiang/domain';

/** What somebody follows. */
export type Topic = { readonly unionId: string } | { readonly kind: BulletinKind };

/** By which its followers are found. */
export function topicKeyOf(topic: Topic): string {
  return 'unionId' in topic ? `union/${topic.unionId}` : `kind/${topic.kind}`;
}

/**
 * @param followedIds unions that somebody follows already; one of them may be followed again
 * @param max unions that one person may follow
 * @throws DomainError `BULLETIN_SUBSCRIPTIONS_MAX`
 */
export function requireRoom(followedIds: readonly string[], unionId: string, max: number): void {
  if (followedIds.length >= max && !followedIds.includes(unionId))
    throw new DomainError('BULLETIN_SUBSCRIPTIONS_MAX', { params: { max } });
}
