import type { BulletinKind } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError } from '@gongxiang/domain';

/** What somebody follows. */
export type Topic =
  | { readonly unionId: string }
  | { readonly kind: BulletinKind }
  | { readonly business: UnionBusiness }
  | { readonly function: ResourceFunction };

/** By which its followers are found. */
export function topicKeyOf(topic: Topic): string {
  if ('unionId' in topic) return `union/${topic.unionId}`;
  if ('kind' in topic) return `kind/${topic.kind}`;
  return 'business' in topic ? `business/${topic.business}` : `function/${topic.function}`;
}

/** By which those are found who follow what a bulletin is about, if its union is theirs or above it. */
export function topicKeysOf(bulletin: {
  readonly kind: BulletinKind;
  readonly business: UnionBusiness | null;
  readonly function: ResourceFunction | null;
}): string[] {
  const { kind, business, function: ofFunction } = bulletin;
  return [
    topicKeyOf({ kind }),
    ...(business === null ? [] : [topicKeyOf({ business })]),
    ...(ofFunction === null ? [] : [topicKeyOf({ function: ofFunction })]),
  ];
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
