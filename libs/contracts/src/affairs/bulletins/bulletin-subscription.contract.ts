import { command, NoRequest, query } from '../../core/contract.js';
import { Instant, ListOf, OneOf, Text, Uuid } from '../../core/fields.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../sharing/sharing-events.js';
import { type BulletinKind, bulletinKinds } from './bulletin.contract.js';

/** Unions that one person follows. */
export const followedUnionsMax = 200;

export class FollowedUnionId {
  @Uuid() unionId: string;
}

export class FollowedBulletinKind {
  @OneOf(bulletinKinds, { name: 'BulletinKind' }) kind: BulletinKind;
}

export class FollowedBulletinBusiness {
  @OneOf(unionBusinesses, { name: 'UnionBusiness' }) business: UnionBusiness;
}

/** Its part of the path is not called `function`: clients that are generated make an argument of it, and no language lets them. */
export class FollowedBulletinFunction {
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) resourceFunction: ResourceFunction;
}

/** A union whose bulletins the caller is notified of, as far as they may read them. */
export class FollowedUnionView extends FollowedUnionId {
  @Text() unionName: string;
  @Instant() since: string;
}

/** A kind of bulletin of which the caller is notified where their own union, or one above it, publishes it. */
export class FollowedKindView extends FollowedBulletinKind {
  @Instant() since: string;
}

/** A business, as a kind. */
export class FollowedBusinessView extends FollowedBulletinBusiness {
  @Instant() since: string;
}

/** A function, as a kind. */
export class FollowedFunctionView {
  @OneOf(resourceFunctions, { name: 'ResourceFunction' }) function: ResourceFunction;
  @Instant() since: string;
}

export class BulletinSubscriptionsView {
  @ListOf(() => FollowedUnionView, { max: followedUnionsMax, description: 'The latest first' })
  unions: FollowedUnionView[];
  @ListOf(() => FollowedKindView, { max: bulletinKinds.length, description: 'The latest first' })
  kinds: FollowedKindView[];
  @ListOf(() => FollowedBusinessView, { max: unionBusinesses.length, description: 'The latest first' })
  businesses: FollowedBusinessView[];
  @ListOf(() => FollowedFunctionView, { max: resourceFunctions.length, description: 'The latest first' })
  functions: FollowedFunctionView[];
}

export const bulletinSubscriptionContract = {
  list: query('affairs.bulletin-subscription.list', NoRequest, BulletinSubscriptionsView, {
    http: 'GET me/bulletin-subscriptions',
    tag: 'bulletins',
    summary: 'Which unions, and which kinds, businesses and functions of bulletins the caller follows',
  }),
  followUnion: command(
    'affairs.bulletin-subscription.follow-union',
    FollowedUnionId,
    BulletinSubscriptionsView,
    {
      http: 'PUT me/bulletin-subscriptions/unions/:unionId',
      tag: 'bulletins',
      summary:
        'Notifies the caller of what a union publishes from now on, as far as they may read it; once more changes nothing',
    },
  ),
  leaveUnion: command(
    'affairs.bulletin-subscription.leave-union',
    FollowedUnionId,
    BulletinSubscriptionsView,
    {
      http: 'DELETE me/bulletin-subscriptions/unions/:unionId',
      tag: 'bulletins',
      summary: 'Follows a union no more; once more changes nothing',
    },
  ),
  followKind: command(
    'affairs.bulletin-subscription.follow-kind',
    FollowedBulletinKind,
    BulletinSubscriptionsView,
    {
      http: 'PUT me/bulletin-subscriptions/kinds/:kind',
      tag: 'bulletins',
      summary:
        'Notifies the caller of what their own union, or one above it, publishes of a kind from now on; once more changes nothing',
    },
  ),
  leaveKind: command(
    'affairs.bulletin-subscription.leave-kind',
    FollowedBulletinKind,
    BulletinSubscriptionsView,
    {
      http: 'DELETE me/bulletin-subscriptions/kinds/:kind',
      tag: 'bulletins',
      summary: 'Follows a kind of bulletin no more; once more changes nothing',
    },
  ),
  followBusiness: command(
    'affairs.bulletin-subscription.follow-business',
    FollowedBulletinBusiness,
    BulletinSubscriptionsView,
    {
      http: 'PUT me/bulletin-subscriptions/businesses/:business',
      tag: 'bulletins',
      summary:
        'Notifies the caller of what their own union, or one above it, publishes of a business from now on; once more changes nothing',
    },
  ),
  leaveBusiness: command(
    'affairs.bulletin-subscription.leave-business',
    FollowedBulletinBusiness,
    BulletinSubscriptionsView,
    {
      http: 'DELETE me/bulletin-subscriptions/businesses/:business',
      tag: 'bulletins',
      summary: 'Follows a business no more; once more changes nothing',
    },
  ),
  followFunction: command(
    'affairs.bulletin-subscription.follow-function',
    FollowedBulletinFunction,
    BulletinSubscriptionsView,
    {
      http: 'PUT me/bulletin-subscriptions/functions/:resourceFunction',
      tag: 'bulletins',
      summary:
        'Notifies the caller of what their own union, or one above it, publishes of a function from now on; once more changes nothing',
    },
  ),
  leaveFunction: command(
    'affairs.bulletin-subscription.leave-function',
    FollowedBulletinFunction,
    BulletinSubscriptionsView,
    {
      http: 'DELETE me/bulletin-subscriptions/functions/:resourceFunction',
      tag: 'bulletins',
      summary: 'Follows a function no more; once more changes nothing',
    },
  ),
};
