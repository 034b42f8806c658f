import { type CardCode, readCardCode } from './card-code.js';

/** A code is shown anew this often. */
export const cardEveryMs = 30_000;
/** An older one may be a picture of somebody else's. */
export const cardAgeMaxMs = 60_000;
/** By so much the clock of a card may be ahead of that of the door. */
export const cardAheadMaxMs = 30_000;

/** What a door or a counter keeps, and can judge by without a network: no secret and no person is in it. */
export interface CardBook {
  readonly issuers: readonly { readonly id: string; readonly publicKey: string }[];
  /** Serials of cards that are no longer valid. */
  readonly revoked: readonly string[];
}

export type CardRefusal =
  'notACard' | 'issuerUnknown' | 'forged' | 'expired' | 'revoked' | 'tooOld' | 'tooEarly';

export interface CardVerdict {
  /** Null: a member, and valid. */
  readonly refusal: CardRefusal | null;
  /** Null where the text is no card, or nobody knows who issued it. */
  readonly card: CardCode | null;
}

/** Whether a signature over a text is by a key; all in base64url. */
export type VerifySignature = (key: string, signature: string, text: string) => Promise<boolean>;

/**
 * Judges what was scanned. It needs nothing but the book, so that a door without a network comes to the same verdict.
 * @param now by the clock of the door, put right by the time of the platform as far as it is known
 */
export async function judgeCard(
  text: string,
  book: CardBook,
  { now, verify }: { readonly now: Date; readonly verify: VerifySignature },
): Promise<CardVerdict> {
  const card = readCardCode(text);
  if (card === null) return { refusal: 'notACard', card: null };
  const issuer = book.issuers.find(({ id }) => id === card.issuer);
  if (issuer === undefined) return { refusal: 'issuerUnknown', card: null };
  const isGenuine =
    (await verify(issuer.publicKey, card.issuerSignature, card.certified)) &&
    (await verify(card.deviceKey, card.deviceSignature, card.shown));
  if (!isGenuine) return { refusal: 'forged', card: null };
  return { refusal: refusalOf(card, book, now), card };
}

function refusalOf(card: CardCode, { revoked }: CardBook, now: Date): CardRefusal | null {
  if (card.validUntil <= now) return 'expired';
  if (revoked.includes(card.serial)) return 'revoked';
  const ageMs = now.getTime() - card.at.getTime();
  if (ageMs > cardAgeMaxMs) return 'tooOld';
  return ageMs < -cardAheadMaxMs ? 'tooEarly' : null;
}
