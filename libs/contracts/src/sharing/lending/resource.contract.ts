import { command, Done, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import {
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PartyDto } from '../../words/party.js';
import { CreateGrantRequest, GrantView, ListGrantsRequest, RevokeGrantRequest } from './grant.contract.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

/**
 * How a resource is counted: `one` thing; `pieces`, each with a label of its own, alike for whoever borrows them; a
 * `stock` without identity; a `kit`, made of others, which are taken together with it.
 */
export const countings = ['one', 'pieces', 'stock', 'kit'] as const;
export type Counting = (typeof countings)[number];
export const stockMax = 100_000;
const minutesMax = 10_080;

/** How a resource is lent: for a time, by one at a time; or as access to know-how, by many at once. */
export const lendings = ['slot', 'access'] as const;
export type Lending = (typeof lendings)[number];

const coordinates = 'Decimal degrees, WGS 84; latitude and longitude are given together';

export class CreateResourceRequest {
  @Nested(() => PartyDto, { description: 'Whoever owns it; any party may' }) owner: PartyDto;
  @Text({ max: 100, example: '三楼多功能厅' }) title: string;
  @Text({ min: 0, max: 2_000, optional: true }) description?: string | null;
  @OneOf(resourceFunctions, { description: 'people: trainers, hosts, …' }) function: ResourceFunction;
  @SomeOf(unionBusinesses, { min: 1 }) businesses: UnionBusiness[];
  @Text({ max: 50, optional: true, example: '武昌区' }) district?: string | null;
  @Text({ optional: true, example: '中山路 374 号' }) place?: string | null;
  @Fraction({ min: -90, max: 90, optional: true, description: coordinates }) latitude?: number | null;
  @Fraction({ min: -180, max: 180, optional: true, description: coordinates }) longitude?: number | null;
  @Whole({ min: 1, max: 1_000_000, optional: true, description: 'People' }) capacity?: number | null;
  @Whole({ max: minutesMax, optional: true, description: 'Kept free before each loan; 0 where absent' })
  setupMinutes?: number;
  @Whole({ max: minutesMax, optional: true, description: 'Kept free after each loan; 0 where absent' })
  turnaroundMinutes?: number;
  @Whole({
    min: 1,
    max: 1_000,
    optional: true,
    description: 'Open loans that one union may hold; small and micro exempt',
  })
  loansPerBorrowerMax?: number | null;
  @Uuid({ optional: true, description: 'The whole that this is a part of, such as the hall of half a hall' })
  partOfId?: string | null;
  @OneOf(countings, { optional: true, name: 'Counting', description: 'Stays as it is; `one` where absent' })
  counting?: Counting;
  @Whole({
    min: 1,
    max: stockMax,
    optional: true,
    description: 'How many there are; for a stock, and only there',
  })
  quantity?: number | null;
  @OneOf(lendings, {
    optional: true,
    name: 'Lending',
    description: 'slot, where absent: for a time, by one at a time; access: know-how that many read at once',
  })
  lending?: Lending | null;
}

export class EditResourceRequest {
  @Uuid() resourceId: string;
  @Text({ max: 100, optional: true }) title?: string;
  @Text({ min: 0, max: 2_000, optional: true }) description?: string | null;
  @SomeOf(unionBusinesses, { min: 1, optional: true }) businesses?: UnionBusiness[];
  @Text({ max: 50, optional: true }) district?: string | null;
  @Text({ optional: true }) place?: string | null;
  @Fraction({ min: -90, max: 90, optional: true, description: coordinates }) latitude?: number | null;
  @Fraction({ min: -180, max: 180, optional: true, description: coordinates }) longitude?: number | null;
  @Whole({ min: 1, max: 1_000_000, optional: true }) capacity?: number | null;
  @Whole({ max: minutesMax, optional: true, description: 'Holds for loans asked for from now on' })
  setupMinutes?: number;
  @Whole({ max: minutesMax, optional: true, description: 'Holds for loans asked for from now on' })
  turnaroundMinutes?: number;
  @Whole({
    min: 1,
    max: stockMax,
    optional: true,
    description: 'Of a stock; never below what is booked already',
  })
  quantity?: number;
  @Whole({ min: 1, max: 1_000, optional: true }) loansPerBorrowerMax?: number | null;
  @Flag({ optional: true, description: 'false: withdrawn, no new loans' }) active?: boolean;
}

export class GetResourceRequest {
  @Uuid() resourceId: string;
}

export class ListResourcesRequest extends PageRequest {
  @Text({ max: 50, optional: true, description: 'Words of title or description; Chinese too' }) q?: string;
  @OneOf(resourceFunctions, { optional: true }) function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness;
  @Uuid({ optional: true, description: 'Only the parts of this whole' }) partOf?: string;
}

export class ResourceView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => PartyDto) owner: PartyDto;
  @Uuid({ description: 'The union whose officers keep it' }) ownerUnionId: string;
  @Text() title: string;
  @Text({ min: 0, max: 2_000 }) description: string;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @SomeOf(unionBusinesses) businesses: UnionBusiness[];
  @Text({ nullable: true }) district: string | null;
  @Text({ nullable: true }) place: string | null;
  @Fraction({ nullable: true }) latitude: number | null;
  @Fraction({ nullable: true }) longitude: number | null;
  @Whole({ nullable: true }) capacity: number | null;
  @Whole() setupMinutes: number;
  @Whole() turnaroundMinutes: number;
  @Whole({ nullable: true }) loansPerBorrowerMax: number | null;
  @Uuid({ nullable: true }) partOfId: string | null;
  @OneOf(countings, { name: 'Counting' }) counting: Counting;
  @Whole({ description: 'How many there are: pieces that are not retired, or the stock; else 1' })
  quantity: number;
  @OneOf(lendings, { name: 'Lending' }) lending: Lending;
  @Whole({ description: 'Of the conditions that a borrower accepts; 0: there are none' })
  conditionsVersion: number;
  @Flag() active: boolean;
}

export class ResourceAvailabilityRequest {
  @Uuid() resourceId: string;
  @Instant() from: string;
  @Instant({ description: 'At most 366 days after `from`' }) to: string;
}

export class BusyPeriod {
  @Instant() from: string;
  @Instant({ description: 'The first instant at which it is free again' }) to: string;
}

/** How many may be borrowed at any moment from one instant to the next. */
export class FreeStep {
  @Instant() from: string;
  @Instant({ description: 'The first instant that belongs to the next step' }) to: string;
  @Whole() free: number;
}

/** When a resource is taken; never by whom. */
export class ResourceAvailabilityView {
  @Uuid() resourceId: string;
  @Flag() active: boolean;
  @OneOf(countings, { name: 'Counting' }) counting: Counting;
  @Whole({ description: 'How many there are' }) quantity: number;
  @ListOf(() => BusyPeriod, {
    max: 100_000,
    description: 'When nothing of it is left. Half-open, in order, none touching the next',
  })
  busy: BusyPeriod[];
  @ListOf(() => FreeStep, {
    max: 100_000,
    description:
      'The whole window without gaps: so many may be borrowed throughout any time within, as the minutes that are kept free before and after a loan are taken off already',
  })
  steps: FreeStep[];
  @ListOf(() => BusyPeriod, { max: 10_000, description: 'Outside the opening hours; in order' })
  closed: BusyPeriod[];
  @Flag({ description: 'A loan may go on while it is closed: it only begins and ends within the hours' })
  overnight: boolean;
}

export class CreateResourceBlockRequest {
  @Uuid() resourceId: string;
  @Instant() from: string;
  @Instant() to: string;
  @Text({ example: '音响维修' }) reason: string;
  @Whole({
    min: 1,
    max: stockMax,
    optional: true,
    description: 'How many pieces, or how much of a stock; all where absent, or the one piece that is named',
  })
  quantity?: number | null;
  @Uuid({ optional: true, description: 'The piece that is out of service' }) pieceId?: string | null;
}

export class ListResourceBlocksRequest extends PageRequest {
  @Uuid() resourceId: string;
}

export class RemoveResourceBlockRequest {
  @Uuid() resourceId: string;
  @Uuid() blockId: string;
}

/** A time out of service: it keeps the resource from being lent, like a loan without a borrower. */
export class ResourceBlockView {
  @Uuid() id: string;
  @Uuid() resourceId: string;
  @Instant() from: string;
  @Instant() to: string;
  @Text() reason: string;
  @Whole({ description: 'How many of it' }) quantity: number;
  @Uuid({ nullable: true, description: 'The piece, where it is one' }) pieceId: string | null;
}

const grants = query('sharing.resource.listGrants', ListGrantsRequest, pageOf(GrantView), {
  http: 'GET resources/:resourceId/grants',
  tag: 'resources',
  summary: 'Lists the rights of use of a resource, newest first',
});

export const resourceContract = {
  create: command('sharing.resource.create', CreateResourceRequest, ResourceView, {
    http: 'POST resources',
    tag: 'resources',
    summary: 'Offers a resource: a place, people, a service, know-how',
    example: {
      owner: { kind: 'union', id: '019a0000-0000-7000-8000-000000000001' },
      title: '三楼多功能厅',
      description: '带音响和投影',
      function: 'facility',
      businesses: ['culture', 'education'],
      district: '武昌区',
      capacity: 120,
      setupMinutes: 15,
      turnaroundMinutes: 30,
    },
  }),
  edit: command('sharing.resource.edit', EditResourceRequest, ResourceView, {
    http: 'PATCH resources/:resourceId',
    tag: 'resources',
    summary: 'Edits or withdraws a resource; what is left out stays, null goes',
    ifMatch: true,
    example: { capacity: 100, active: true },
  }),
  get: query('sharing.resource.get', GetResourceRequest, ResourceView, {
    http: 'GET resources/:resourceId',
    tag: 'resources',
    summary: 'Shows a resource',
  }),
  list: query('sharing.resource.list', ListResourcesRequest, pageOf(ResourceView), {
    http: 'GET resources',
    tag: 'resources',
    summary: 'Searches what is offered, newest first',
  }),
  availability: query(
    'sharing.resource.availability',
    ResourceAvailabilityRequest,
    ResourceAvailabilityView,
    {
      http: 'GET resources/:resourceId/availability',
      tag: 'resources',
      summary: 'When a resource is taken, without saying by whom',
    },
  ),
  block: command('sharing.resource.block', CreateResourceBlockRequest, ResourceBlockView, {
    http: 'POST resources/:resourceId/blocks',
    tag: 'resources',
    summary: 'Takes a resource out of service for a time',
    example: { from: '2026-12-01T00:00:00+08:00', to: '2026-12-03T00:00:00+08:00', reason: '音响维修' },
  }),
  listBlocks: query('sharing.resource.listBlocks', ListResourceBlocksRequest, pageOf(ResourceBlockView), {
    http: 'GET resources/:resourceId/blocks',
    tag: 'resources',
    summary:
      'Lists the times out of service that are not over, the next first, to whoever keeps the resource',
  }),
  unblock: command('sharing.resource.unblock', RemoveResourceBlockRequest, Done, {
    http: 'DELETE resources/:resourceId/blocks/:blockId',
    tag: 'resources',
    summary: 'Puts a resource back into service',
  }),
  grant: command('sharing.resource.grant', CreateGrantRequest, GrantView, {
    http: 'POST resources/:resourceId/grants',
    tag: 'resources',
    summary: 'Grants a right of use for a term; the owner stays the owner',
    freshRoles: true,
    example: {
      to: { kind: 'everyone', onlySizes: ['small', 'micro'] },
      from: '2026-12-01T00:00:00+08:00',
      until: '2027-12-01T00:00:00+08:00',
      approval: 'automatic',
      price: { kind: 'free', deposit: { amount: '20000', currency: 'CNY' } },
      times: { weekdays: ['SA', 'SU'], from: '09:00', until: '18:00' },
      quota: { hoursPerMonth: 8, loansPerMonth: 4 },
    },
  }),
  listGrants: grants,
  revokeGrant: versionedIn(
    command('sharing.resource.revokeGrant', RevokeGrantRequest, GrantView, {
      http: 'POST resources/:resourceId/grants/:grantId/revoke',
      tag: 'resources',
      summary:
        'Revokes a right of use, at once or with notice; loans approved under it stand unless cancelled',
      status: 200,
      freshRoles: true,
      example: { effectiveFrom: '2027-01-01T00:00:00+08:00', reason: '场馆改造', futureLoans: 'stand' },
    }),
    grants,
  ),
};
