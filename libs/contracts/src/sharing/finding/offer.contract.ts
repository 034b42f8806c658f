import { pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Fraction, Instant, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  type ApprovalKind,
  approvalKinds,
  type GrantPriceKind,
  grantPriceKinds,
} from '../lending/grant-terms.js';
import { type WantKind, wantKinds } from '../lending/need.contract.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing-events.js';

/** What a search finds: something to borrow, an activity with free seats, or a brand to adopt. */
export const offerKinds = ['resource', 'activity', 'brand'] as const;
export type OfferKind = (typeof offerKinds)[number];

export const offerOrders = ['relevance', 'distance'] as const;
export type OfferOrder = (typeof offerOrders)[number];

/**
 * By which right the reader’s union has it: as its own, by a grant, because seats are open to it, or because the brand may be
 * adopted.
 */
export const offerRightKinds = ['ownership', 'grant', 'seats', 'adoption'] as const;
export type OfferRightKind = (typeof offerRightKinds)[number];

/** Where the words that were looked for stand: in the title, in its pinyin, or in the description. */
export const offerWordPlaces = ['title', 'pinyin', 'description'] as const;
export type OfferWordPlace = (typeof offerWordPlaces)[number];

/** Latitude and longitude in decimal degrees, WGS 84, in their bounds. */
const coordinatesPattern =
  /^-?([0-8]?\d(\.\d{1,9})?|90(\.0{1,9})?),-?((1[0-7]\d|\d?\d)(\.\d{1,9})?|180(\.0{1,9})?)$/;

export class ListOffersRequest extends PageRequest {
  @Text({
    max: 50,
    optional: true,
    description:
      'Words of title or description, Chinese too; or the pinyin of a title, in full or its initials',
    example: 'yyt',
  })
  q?: string;
  @OneOf(offerKinds, { optional: true }) kind?: OfferKind;
  @OneOf(wantKinds, {
    optional: true,
    name: 'WantKind',
    description: 'Only things to borrow, and of those only places, equipment, trainers, …',
  })
  thing?: WantKind;
  @OneOf(resourceFunctions, { optional: true, description: 'people: trainers, hosts, …' })
  function?: ResourceFunction;
  @OneOf(unionBusinesses, { optional: true }) business?: UnionBusiness;
  @Instant({
    optional: true,
    example: '2026-12-05T09:00:00+08:00',
    description: 'Together with `to`: only what is free then, and activities that take place then',
  })
  from?: string;
  @Instant({ optional: true, example: '2026-12-05T17:00:00+08:00' }) to?: string;
  @Text({
    max: 50,
    optional: true,
    pattern: coordinatesPattern,
    example: '30.5431,114.3162',
    description: 'Latitude and longitude, decimal degrees, WGS 84: only what lies within `withinKm` of there',
  })
  near?: string;
  @Whole({ min: 1, max: 2_000, optional: true, description: 'Kilometres around `near`; 50 where absent' })
  withinKm?: number;
  @Whole({ min: 1, max: 1_000_000, optional: true, description: 'It holds at least so many people' })
  capacity?: number;
  @Flag({ optional: true, description: 'Only what a right of use lets the reader’s union have' })
  forMe?: boolean;
  @OneOf(offerOrders, {
    optional: true,
    description:
      'relevance: where the words stand, then the newest; distance: the nearest. Distance where `near` is given, else relevance',
  })
  sort?: OfferOrder;
}

/** By which right the reader’s union may have it, and what that asks of it. */
export class OfferRightView {
  @OneOf(offerRightKinds, { name: 'OfferRightKind' }) kind: OfferRightKind;
  @OneOf(approvalKinds, { nullable: true, description: 'Of a grant, and of a brand' })
  approval: ApprovalKind | null;
  @OneOf(grantPriceKinds, { nullable: true, description: 'Of a grant' }) price: GrantPriceKind | null;
}

/** One thing that was found, with the reasons why. */
/** What a list shows of a thing before it is opened. */
export class OfferPictureView {
  @Uuid() id: string;
  @Text({ nullable: true, max: 200, description: 'What is seen on it, for whoever does not see it' })
  alt: string | null;
  @Whole({ description: 'Pixels, of the picture as it was added' }) width: number;
  @Whole({ description: 'Pixels, of the picture as it was added' }) height: number;
}

export class OfferView {
  @OneOf(offerKinds, { name: 'OfferKind' }) kind: OfferKind;
  @Uuid({ description: 'Of the resource, the activity or the brand' }) id: string;
  @Text() title: string;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @SomeOf(unionBusinesses) businesses: UnionBusiness[];
  @Uuid({ description: 'The union behind it' }) unionId: string;
  @Text({ min: 0, description: 'Empty where its name is not known yet' }) unionName: string;
  @Text({ nullable: true }) district: string | null;
  @Text({ nullable: true }) place: string | null;
  @Fraction({ nullable: true }) latitude: number | null;
  @Fraction({ nullable: true }) longitude: number | null;
  @Whole({ nullable: true, description: 'People' }) capacity: number | null;
  @Instant({ nullable: true, description: 'Of an activity' }) startsAt: string | null;
  @Instant({ nullable: true, description: 'Of an activity' }) endsAt: string | null;
  @OneOf(offerWordPlaces, { nullable: true, description: 'null where no words were looked for' })
  found: OfferWordPlace | null;
  @Whole({ nullable: true, description: 'From `near`, in tenths of a kilometre' })
  distanceTenths: number | null;
  @Flag({ nullable: true, description: 'true: free at the time that was asked for; null where none was' })
  freeThen: boolean | null;
  @Nested(() => OfferRightView, {
    nullable: true,
    description: 'null where the reader’s union has none at that time, or now where none was asked for',
  })
  right: OfferRightView | null;
  @Nested(() => OfferPictureView, { nullable: true, description: 'The first picture of a resource' })
  picture: OfferPictureView | null;
}

export const offerContract = {
  list: query('sharing.offer.list', ListOffersRequest, pageOf(OfferView), {
    http: 'GET offers',
    tag: 'resources',
    summary:
      'Searches everything that can be shared: resources, activities with free seats, brands; each with the reasons why it was found',
  }),
};
