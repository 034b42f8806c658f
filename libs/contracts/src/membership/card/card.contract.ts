import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';

/** Newest first; those before them have mostly expired. */
export const revokedCardsMax = 20_000;

const p256Point = /^[\w-]{87}$/;

export class IssueCard {
  @Text({
    min: 87,
    max: 87,
    pattern: p256Point,
    description:
      'Public key of the device: ECDSA on P-256, an uncompressed point in base64url. The private key never leaves it',
  })
  publicKey: string;
}

export class CardView {
  @Uuid() id: string;
  @Text({ description: 'Stands for the card; says nothing of the person' }) serial: string;
  @Text({
    max: 2_000,
    description:
      'To be shown with a time and the device’s signature over both: `GXC1.…`, see the README of `membership/src/card`',
  })
  certificate: string;
  @Text() unionName: string;
  @Instant({ description: 'To be issued again before' }) validUntil: string;
  @Instant({ description: 'The time of the platform, by which a device puts its clock right' }) now: string;
}

export const cardEnds = ['revokedByOwner', 'signedOut', 'membershipEnded'] as const;
export type CardEnd = (typeof cardEnds)[number];

export class ListOwnCards extends PageRequest {}

export class OwnCardView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() serial: string;
  @Text() unionName: string;
  @Instant() issuedAt: string;
  @Instant() validUntil: string;
  @Flag({ description: 'Is it on the device of this session?' }) isThisDevice: boolean;
  @Instant({ nullable: true }) revokedAt: string | null;
  @OneOf(cardEnds, { nullable: true, name: 'CardEnd' }) revokedBy: CardEnd | null;
}

export class OwnCardId {
  @Uuid() cardId: string;
}

export class CardIssuerView {
  @Text() id: string;
  @Text({ description: 'ECDSA on P-256: an uncompressed point in base64url' }) publicKey: string;
}

export class CardBookView {
  @Instant() asOf: string;
  @ListOf(() => CardIssuerView, { max: 100 }) issuers: CardIssuerView[];
  @TextList({
    max: revokedCardsMax,
    description: 'Serials of revoked cards that have not expired, newest first',
  })
  revoked: string[];
  @Whole({ description: `Revoked cards beyond the newest ${revokedCardsMax}, which are not listed` })
  revokedLeftOut: number;
}

export const cardContract = {
  issue: command('membership.card.issue', IssueCard, CardView, {
    http: 'POST me/card',
    tag: 'sign-in',
    summary: 'Issues the card of the caller’s membership to a device',
    status: 200,
    example: { publicKey: 'B'.padEnd(87, 'A') },
  }),
  list: query('membership.card.list', ListOwnCards, pageOf(OwnCardView), {
    http: 'GET me/cards',
    tag: 'sign-in',
    summary: 'Lists the caller’s cards, the newest first: one for each device',
  }),
  revoke: command('membership.card.revoke', OwnCardId, OwnCardView, {
    http: 'POST me/cards/:cardId/revoke',
    tag: 'sign-in',
    summary: 'Revokes a card of the caller, such as that of a lost phone',
    status: 200,
  }),
  book: query('membership.card.book', NoRequest, CardBookView, {
    http: 'GET public/card-keys',
    tag: 'public',
    summary:
      'What a door needs to judge cards without a network: the issuer’s public keys and the revoked serials',
    public: true,
    remembered: true,
    cacheSeconds: 10,
  }),
};
