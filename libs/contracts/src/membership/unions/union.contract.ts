import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { UnionPlaceDto, type UnionTier, unionTiers } from '../union-place.js';

export const usccChecks = ['passed', 'failed', 'reviewed'] as const;
export type UsccCheck = (typeof usccChecks)[number];

/**
 * The grounds on which a union is closed, by the trade union law (art. 13) and practice: its employer has ended, it
 * merged, it was split, its members decided so and the union above approved, or it exists twice.
 */
export const closingGrounds = ['employerEnded', 'merged', 'split', 'membersDecided', 'duplicate'] as const;
export type ClosingGround = (typeof closingGrounds)[number];

export class CreateUnionRequest {
  @Uuid({ description: 'The union above' })
  parentId: string;

  @Text({ max: 100, example: '青山区总工会' })
  name: string;

  @Text({ optional: true, max: 40, description: 'Its own Unified Social Credit Code, 81… or 89…' })
  uscc?: string | null;

  @Uuid({ optional: true, description: 'The enterprise whose union it is' })
  enterpriseId?: string | null;

  @OneOf(unionTiers, { optional: true, name: 'UnionTier' }) tier?: UnionTier | null;
  @Nested(() => UnionPlaceDto, { optional: true }) place?: UnionPlaceDto | null;
}

/** What is left out stays; a tier or a place that is null is no longer known. Something has to be said. */
export class ChangeUnionRequest {
  @Uuid() unionId: string;
  @Text({ optional: true, max: 100 }) name?: string | null;
  @OneOf(unionTiers, { optional: true, name: 'UnionTier' }) tier?: UnionTier | null;
  @Nested(() => UnionPlaceDto, { optional: true }) place?: UnionPlaceDto | null;
  @Text({
    optional: true,
    max: 40,
    description:
      'Its own Unified Social Credit Code, 81… or 89…, added later or corrected; another officer confirms it',
  })
  uscc?: string | null;

  @Uuid({
    optional: true,
    description:
      'Another union above it: it moves there with all that is below it, once an officer above both has confirmed it',
  })
  parentId?: string | null;
}

export class GetUnionRequest {
  @Uuid() unionId: string;
}

export class ListUnionsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Only the unions directly below this one' })
  parent?: string;

  @Text({ optional: true, description: 'Only unions whose name contains this' })
  q?: string;

  @Flag({ optional: true, description: 'Those that are closed, instead of those in use' }) closed?: boolean;
}

export class UnionView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid({ nullable: true }) parentId: string | null;
  @Text({ description: 'The place in the tree; every union below has it as its prefix', example: '1.4.' })
  path: string;
  @Text() name: string;
  @Text({ nullable: true }) uscc: string | null;
  @OneOf(usccChecks, { nullable: true, description: 'A code that fails its check is kept and reviewed' })
  usccCheck: UsccCheck | null;
  @Uuid({ nullable: true }) enterpriseId: string | null;
  @OneOf(unionTiers, { nullable: true, name: 'UnionTier' }) tier: UnionTier | null;
  @Nested(() => UnionPlaceDto, { nullable: true }) place: UnionPlaceDto | null;
  @Uuid({
    nullable: true,
    description: 'The industrial park in which it lies: the nearest union of that tier, at it or above it',
  })
  parkId: string | null;
  @Flag() active: boolean;
  @Instant({ nullable: true, description: 'Since when it is closed' }) closedAt: string | null;
  @OneOf(closingGrounds, {
    nullable: true,
    name: 'ClosingGround',
    description: 'On what ground it is closed',
  })
  closingGround: ClosingGround | null;
  @Uuid({ nullable: true, description: 'The union to which its funds and property went' })
  successorUnionId: string | null;
  @Uuid({ nullable: true, description: 'A change of its name, tier or code that waits for the union above' })
  pendingChangeId: string | null;
}

/** Smaller numbers of members are not told to the public: few may be known by name. */
export const membersShownFrom = 5;

/** What anyone may know of a union: the page that is shared in a chat. */
export class PublicUnionView {
  @Uuid() id: string;
  @Text() name: string;
  @Whole({ min: 1, description: 'How deep in the tree: 1 is the federation' }) level: number;
  @Uuid({ nullable: true }) parentId: string | null;
  @Text({ nullable: true }) parentName: string | null;
  @Text({ nullable: true, description: 'The enterprise whose union it is' }) enterpriseName: string | null;
  @Whole({ description: 'Unions directly below it' }) unionsBelow: number;
  @Whole({
    nullable: true,
    min: membersShownFrom,
    description: `Its own members, without those of unions below; null for fewer than ${membersShownFrom}`,
  })
  members: number | null;
}

/** What anyone may know of the network as a whole. */
export class NetworkView {
  @Uuid({ description: 'The union at the root of the tree' }) unionId: string;
  @Text({ description: 'Its name' }) name: string;
  @Whole({ description: 'Unions in use, the root among them' }) unions: number;
  @Whole({
    nullable: true,
    min: membersShownFrom,
    description: `Members of all unions, as the census counts them; null for fewer than ${membersShownFrom}`,
  })
  members: number | null;
}

export const unionContract = {
  create: command('membership.union.create', CreateUnionRequest, UnionView, {
    http: 'POST unions',
    tag: 'unions',
    summary: 'Adds a union below another',
    example: { parentId: '019a0000-0000-7000-8000-000000000001', name: '青山区总工会' },
  }),
  change: command('membership.union.change', ChangeUnionRequest, UnionView, {
    http: 'PATCH unions/:unionId',
    tag: 'unions',
    summary:
      'Changes what a union is called, its tier, or where it is to be found; its own officer’s name and tier wait for the union above, and its code for another officer there',
    ifMatch: true,
    example: {
      name: '青山区总工会',
      tier: 'district',
      place: { longitude: 114.31, latitude: 30.54, address: '青山区钢桥路 18 号' },
    },
  }),
  /** What a gateway of the release before asks, which is replaced last. */
  rename: command('membership.union.rename', ChangeUnionRequest, UnionView),
  get: query('membership.union.get', GetUnionRequest, UnionView, {
    http: 'GET unions/:unionId',
    tag: 'unions',
    summary: 'Shows a union',
  }),
  list: query('membership.union.list', ListUnionsRequest, pageOf(UnionView), {
    http: 'GET unions',
    tag: 'unions',
    summary: 'Lists unions in use by name, or those that are closed',
  }),
  getPublic: query('membership.union.getPublic', GetUnionRequest, PublicUnionView, {
    http: 'GET public/unions/:unionId',
    tag: 'public',
    summary: 'Shows a union to anyone, without persons',
    public: true,
    cacheSeconds: 10,
    remembered: true,
  }),
  getNetwork: query('membership.union.getNetwork', NoRequest, NetworkView, {
    http: 'GET public/network',
    tag: 'public',
    summary: 'Shows the network to anyone: the union at its root, how many unions and members it has',
    public: true,
    cacheSeconds: 60,
    remembered: true,
  }),
};
