import { command, NoRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Whole } from '../../core/fields.js';
import {
  chosenPurposes,
  type ChosenPurpose,
  type Purpose,
  purposeBases,
  type PurposeBasis,
  purposes,
} from '../../words/consent.js';

const textBound = 2_000;
const textVersionMeaning = 'The version of the text; another one than the present is refused';

/** A purpose for which data of the caller is used, and what they have decided about it. */
export class ConsentView {
  @OneOf(purposes, { name: 'Purpose' }) purpose: Purpose;
  @OneOf(purposeBases, {
    name: 'PurposeBasis',
    description: 'The law; a consent that is asked for beforehand; or that nobody has switched it off',
  })
  basis: PurposeBasis;
  @Flag({ description: 'It needs a consent of its own, and the text says what may come of it' })
  isSensitive: boolean;
  @Flag({ description: 'The data is used for it now' }) inUse: boolean;
  @Whole({ min: 1, description: 'The version of the present text' }) textVersion: number;
  @Text({ max: textBound, description: 'The present text, in the language of the caller' }) text: string;
  @Whole({ nullable: true, min: 1, description: 'The version that they decided on last' })
  decidedVersion: number | null;
  @Instant({ nullable: true, description: 'When they decided last; null where they never did' })
  decidedAt: string | null;
}

export class ConsentsView {
  @ListOf(() => ConsentView, { max: purposes.length }) items: ConsentView[];
}

export class DecideConsent {
  @OneOf(chosenPurposes, { name: 'ChosenPurpose' }) purpose: ChosenPurpose;
  @Flag({ description: 'False withdraws it: from then on nothing is used for the purpose' }) given: boolean;
  @Whole({ min: 1, max: 1_000_000, description: textVersionMeaning }) textVersion: number;
}

/** The present text of a purpose, and what people have decided. */
export class ConsentTextView {
  @OneOf(purposes, { name: 'Purpose' }) purpose: Purpose;
  @OneOf(purposeBases, { name: 'PurposeBasis' }) basis: PurposeBasis;
  @Whole({ min: 1 }) version: number;
  @Text({ max: textBound }) textZh: string;
  @Text({ max: textBound }) textEn: string;
  @Instant() publishedAt: string;
  @Whole({ description: 'People who have agreed to the present text' }) givenCount: number;
  @Whole({ description: 'People who have agreed to an older text only, and are asked again' })
  outdatedCount: number;
  @Whole({ description: 'People who have withdrawn, or switched it off' }) withdrawnCount: number;
}

export class ConsentTextsView {
  @ListOf(() => ConsentTextView, { max: purposes.length }) items: ConsentTextView[];
}

export class PublishConsentText {
  @OneOf(chosenPurposes, { name: 'ChosenPurpose' }) purpose: ChosenPurpose;
  @Whole({ min: 1, max: 1_000_000, description: 'The version that it replaces' }) replaces: number;
  @Text({ max: textBound, example: '互选时，您填写的称呼、自我介绍会给同场参加互选的人看。' }) textZh: string;
  @Text({ max: textBound, example: 'What you write on your card is shown to the others.' }) textEn: string;
}

export const consentContract = {
  list: query('membership.consent.list', NoRequest, ConsentsView, {
    http: 'GET me/consents',
    tag: 'privacy',
    summary: 'Shows for what data of the caller is used, on what that rests, and what they have decided',
  }),
  decide: command('membership.consent.decide', DecideConsent, ConsentsView, {
    http: 'POST me/consents',
    tag: 'privacy',
    summary: 'Consents to a purpose, or withdraws; membership and accounts rest on law and are not asked',
    status: 200,
    example: { purpose: 'proposals', given: false, textVersion: 1 },
  }),
  texts: query('membership.consent.texts', NoRequest, ConsentTextsView, {
    http: 'GET consent-texts',
    tag: 'privacy',
    summary: 'Shows the texts of all purposes with how many people agree; for the federation’s officers',
  }),
  publishText: command('membership.consent.publishText', PublishConsentText, ConsentTextsView, {
    http: 'POST consent-texts',
    tag: 'privacy',
    summary: 'Publishes a new text of a purpose; whoever has agreed to the older one is asked again',
    freshRoles: true,
    example: {
      purpose: 'proposals',
      replaces: 1,
      textZh: '您出借的物品会推荐给正在找同类物品的工会，可以随时关闭。',
      textEn: 'What you lend is proposed to unions that look for such things. You can switch it off.',
    },
  }),
};
