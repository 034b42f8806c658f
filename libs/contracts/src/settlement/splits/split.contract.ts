import { yuan } from '../../words/examples.js';
import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { query } from '../../core/contract.js';
import {
  type FieldOptions,
  Fraction,
  ListOf,
  MapOf,
  Nested,
  OneOf,
  Text,
  TextList,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';

export const splitRuleKinds = [
  'equal',
  'ratio',
  'headcount',
  'usage',
  'fixed',
  'hostShare',
  'subsidyFirst',
  'tiers',
] as const;
export type SplitRuleKind = (typeof splitRuleKinds)[number];

/** By party. The keys are data, so they are taken as they came: the transformer drops names like `constructor`. */
function ByParty(
  values: Record<string, unknown>,
  accepts: (value: unknown) => boolean,
  options: FieldOptions = {},
): PropertyDecorator {
  return applyDecorators(
    // Without a type the transformer asks the value for its `constructor`, which may be a party's name.
    Type(() => Object),
    Transform(({ obj, key }) => (obj as Record<string, unknown>)[key]),
    MapOf(values, accepts, options),
  );
}

/** Numbers by party. Their range is the rule's own, and answered as a broken rule. */
function NumbersByParty(options: FieldOptions = {}): PropertyDecorator {
  return ByParty({ type: 'number' }, (value) => typeof value === 'number', options);
}

/** Amounts by party. */
export function MoneyByParty(options: FieldOptions = {}): PropertyDecorator {
  return ByParty({ $ref: '#/components/schemas/Money' }, isMoneyShaped, options);
}

function isMoneyShaped(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, currency } = value as Record<string, unknown>;
  return typeof amount === 'string' && typeof currency === 'string';
}

/** One node of a rule tree. Which fields it has follows from its kind. */
export class SplitRuleDto {
  @OneOf(splitRuleKinds, { name: 'SplitRuleKind' })
  kind: SplitRuleKind;

  @NumbersByParty({
    optional: true,
    description: 'ratio: whole weights by party; a party that is absent has 0',
  })
  weights?: Record<string, number>;

  @Nested(() => SplitRuleDto, {
    optional: true,
    description: 'headcount, usage: what applies where all are zero',
  })
  else?: SplitRuleDto | null;

  @MoneyByParty({ optional: true, description: 'fixed: amounts by party' })
  amounts?: Record<string, Money>;

  @Nested(() => SplitRuleDto, {
    optional: true,
    description: 'fixed, hostShare, subsidyFirst: how the rest is split',
  })
  rest?: SplitRuleDto;

  @Text({ optional: true, description: 'hostShare: the host' })
  party?: string;

  @Text({
    optional: true,
    max: 20,
    description: 'hostShare, subsidyFirst: 0 to 100, at most four decimals',
    example: '30',
  })
  percent?: string | null;

  @Text({ optional: true, description: 'subsidyFirst: who gives; no party of the split' })
  source?: string;

  @Nested(() => Money, { optional: true, description: 'subsidyFirst: at most so much' })
  upTo?: Money | null;

  @ListOf(() => SplitTierDto, { optional: true, max: 256, description: 'tiers: by rising cumulative bound' })
  tiers?: SplitTierDto[];
}

export class SplitTierDto {
  @Nested(() => Money, {
    nullable: true,
    description: 'Cumulative bound of what reaches the node; null for the last',
  })
  upTo: Money | null;

  @Nested(() => SplitRuleDto)
  rule: SplitRuleDto;
}

export class SplitPartyDto {
  @Text({ example: 'A' })
  id: string;

  @Fraction({ optional: true, description: 'Heads that came', example: 47 })
  headcount?: number | null;

  @Fraction({ optional: true })
  usage?: number | null;
}

export class PreviewSplitRequest {
  @Nested(() => Money)
  total: Money;

  @ListOf(() => SplitPartyDto, {
    max: 1_000,
    description: "In the agreement's order, by which ties are broken",
  })
  parties: SplitPartyDto[];

  @Fraction({
    optional: true,
    description: 'How far the order is rotated left for ties; 0 where absent',
    example: 0,
  })
  rotation?: number;

  @Nested(() => SplitRuleDto)
  rule: SplitRuleDto;

  @MoneyByParty({ optional: true, description: 'Upper bounds of whole shares' })
  caps?: Record<string, Money> | null;

  @MoneyByParty({ optional: true, description: 'Lower bounds of whole shares' })
  floors?: Record<string, Money> | null;
}

export class SplitShareView {
  @Text() party: string;
  @Nested(() => Money) amount: Money;
  @TextList({ max: 1_000, length: 1_000, description: 'The way to the amount, in words' }) trace: string[];
}

export class PreviewSplitView {
  @ListOf(() => SplitShareView, { max: 1_000 }) shares: SplitShareView[];
  @Nested(() => Money, { nullable: true, description: 'What the source gives; null where the rule has none' })
  subsidy: Money | null;
}

export const splitContract = {
  preview: query('settlement.preview.split', PreviewSplitRequest, PreviewSplitView, {
    http: 'POST previews/split',
    tag: 'previews',
    summary: 'Splits a cost by a rule, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      total: yuan('1000000'),
      parties: [
        { id: 'A', headcount: 47 },
        { id: 'B', headcount: 31 },
        { id: 'C', headcount: 9 },
      ],
      rotation: 0,
      rule: {
        kind: 'subsidyFirst',
        source: 'D',
        percent: '50',
        upTo: yuan('300000'),
        rest: { kind: 'headcount' },
      },
    },
  }),
};
