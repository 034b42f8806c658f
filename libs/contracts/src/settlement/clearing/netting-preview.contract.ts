import { yuan } from '../../words/examples.js';
import { query } from '../../core/contract.js';
import { Flag, ListOf, MapOf, Nested, OneOf, Text, TextList } from '../../core/fields.js';
import { Money } from '../../words/money.js';

export const nettingModes = ['bilateral', 'hub', 'fewest'] as const;
export type NettingModeName = (typeof nettingModes)[number];

export class NettingDebtDto {
  @Text({ description: 'Who owes', example: 'A' }) from: string;
  @Text({ example: 'B' }) to: string;
  @Nested(() => Money) amount: Money;
}

export class PreviewNettingRequest {
  @OneOf(nettingModes, { name: 'NettingMode' })
  mode: NettingModeName;

  @Text({ optional: true, description: 'The party that all transfers go through; mode hub only' })
  hub?: string | null;

  @ListOf(() => NettingDebtDto, { max: 10_000 })
  debts: NettingDebtDto[];
}

export class NettingTransferView {
  @Text() from: string;
  @Text() to: string;
  @Nested(() => Money) amount: Money;
}

export class PreviewNettingView {
  @ListOf(() => NettingTransferView, { max: 10_000, description: 'By (from, to)' })
  transfers: NettingTransferView[];

  @MapOf({ type: 'string', example: '-100' }, (value) => typeof value === 'string', {
    description: 'By party: what is received less what is owed, in fen',
  })
  balances: Record<string, string>;

  @Flag({
    nullable: true,
    description: 'Whether fewer transfers are proven impossible; null in the modes that do not look',
  })
  optimal: boolean | null;

  @TextList({ max: 20_000, length: 2_000, description: 'From the transfers back to the debts, in words' })
  trace: string[];
}

export const nettingPreviewContract = {
  preview: query('settlement.preview.netting', PreviewNettingRequest, PreviewNettingView, {
    http: 'POST previews/netting',
    tag: 'previews',
    summary: 'Proposes transfers that settle debts, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      mode: 'fewest',
      hub: null,
      debts: [
        { from: 'B', to: 'A', amount: yuan('4000') },
        { from: 'C', to: 'A', amount: yuan('4000') },
        { from: 'C', to: 'B', amount: yuan('2500') },
      ],
    },
  }),
};
