import { event } from '../core/contract.js';
import { Flag, Instant, OneOf, Uuid, Whole } from '../core/fields.js';

/**
 * For what the platform uses data of people, where that does not follow from their signing up for something:
 * - `membership`, `accounts`: by law (PIPL 13); nobody is asked, and nobody can withdraw
 * - `mutualInterest`: nickname and contact, shown to others who took part in the same matchmaking activity; sensitive (28–30)
 * - `proposals`: what a person lends is proposed by a rule to unions that look for such things (24)
 * - `occasions`: officers of the person's own union see day and month of birth, and the day of retiring, to visit them
 */
export const purposes = ['membership', 'accounts', 'mutualInterest', 'proposals', 'occasions'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * On what a purpose rests: the law; a consent that is asked for beforehand; or nothing more than that the person has not
 * switched it off.
 */
export const purposeBases = ['law', 'consent', 'objection'] as const;
export type PurposeBasis = (typeof purposeBases)[number];

interface PurposeFacts {
  readonly basis: PurposeBasis;
  /** It needs a consent of its own and says what may come of it (PIPL 28–30). */
  readonly isSensitive: boolean;
}

/** Every purpose, and what it rests on. */
export const purposeFacts: Readonly<Record<Purpose, PurposeFacts>> = {
  membership: { basis: 'law', isSensitive: false },
  accounts: { basis: 'law', isSensitive: false },
  mutualInterest: { basis: 'consent', isSensitive: true },
  proposals: { basis: 'objection', isSensitive: false },
  occasions: { basis: 'objection', isSensitive: false },
};

/** Purposes about which a person decides. */
export const chosenPurposes = [
  'mutualInterest',
  'proposals',
  'occasions',
] as const satisfies readonly Purpose[];
export type ChosenPurpose = (typeof chosenPurposes)[number];

/** What a person has decided about a purpose. Of two states the one of the later time is true, in whichever order they come. */
export class ConsentState {
  @Uuid() personId: string;
  @OneOf(chosenPurposes, { name: 'ChosenPurpose' }) purpose: ChosenPurpose;
  @Whole({ min: 1, description: 'The text that they have read' }) textVersion: number;
  @Flag() given: boolean;
  @Instant() at: string;
}

/** That a purpose has a new text: whoever consented to an older one is asked again. */
export class ConsentTextState {
  @OneOf(chosenPurposes, { name: 'ChosenPurpose' }) purpose: ChosenPurpose;
  @Whole({ min: 1 }) version: number;
}

export const consentEvents = {
  changed: event('evt.membership.consent.changed.v1', ConsentState),
  textPublished: event('evt.membership.consent-text.published.v1', ConsentTextState),
  /** Consent that was given in sharing, where it was asked for; membership records it. */
  given: event('evt.sharing.consent.given.v1', ConsentState),
};
