import { yuan } from '../../words/examples.js';
import { query } from '../../core/contract.js';
import { ListOf, Nested, OneOf, Text, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import {
  PreviewSplitRequest,
  PreviewSplitView,
  type SplitRuleKind,
  splitRuleKinds,
} from './split.contract.js';

/** What one node gave to one party. */
export class SplitGiftView {
  @Text() party: string;
  @Nested(() => Money) amount: Money;
  @Text({ nullable: true, description: 'Of a leaf: what the party weighs in it' }) weight: string | null;
  @Text({ nullable: true, description: 'Of a leaf: what all parties weigh in it' }) weightSum: string | null;
}

/** One node of the rule with what came to it. */
export class SplitPlaceView {
  @Text({ max: 200, description: 'JSON pointer of the node in the request', example: '/rule/rest' })
  pointer: string;
  @Whole({ min: 1, description: '1 at the root' }) depth: number;
  @OneOf(splitRuleKinds, { name: 'SplitRuleKind' }) kind: SplitRuleKind;
  @Nested(() => Money, { nullable: true, description: 'What reached it; null where it was not needed' })
  reached: Money | null;
  @Text({ nullable: true, description: 'hostShare, subsidyFirst' }) percent: string | null;
  @Nested(() => Money, { nullable: true, description: 'subsidyFirst: at most so much' }) upTo: Money | null;
  @Whole({ nullable: true, description: 'The number of the tier whose rule it is' }) tier: number | null;
  @Nested(() => Money, { nullable: true, description: 'Above which the tier begins' }) tierFrom: Money | null;
  @Nested(() => Money, { nullable: true, description: 'Where it ends; null for the last' })
  tierUpTo: Money | null;
}

export class SplitNodeView extends SplitPlaceView {
  @ListOf(() => SplitGiftView, { max: 1_000 }) gifts: SplitGiftView[];
}

export class SplitTreeView extends PreviewSplitView {
  @ListOf(() => SplitNodeView, { max: 256, description: 'Each node before those below it' })
  nodes: SplitNodeView[];
}

export const splitTreeContract = {
  preview: query('settlement.preview.split-tree', PreviewSplitRequest, SplitTreeView, {
    http: 'POST previews/split-tree',
    tag: 'previews',
    summary: 'Splits a cost by a rule as previews/split does, and says what came to each node; saves nothing',
    status: 200,
    idempotent: false,
    example: {
      total: yuan('1000000'),
      parties: [
        { id: 'A', headcount: 47 },
        { id: 'B', headcount: 31 },
      ],
      rule: {
        kind: 'tiers',
        tiers: [
          { upTo: yuan('300000'), rule: { kind: 'equal' } },
          { upTo: null, rule: { kind: 'headcount' } },
        ],
      },
    },
  }),
};
