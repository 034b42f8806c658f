import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import type { RefundPart, RefundPreview } from './pool-life.model.js';

type Line = RefundPreview['lines'][number];

/** The amount refunded on each bill, and the part of each party. */
export function RefundParts({ lines, parts }: Pick<RefundPreview, 'lines' | 'parts'>) {
  const { t } = useTranslation();
  return (
    <>
      <DataTable
        caption={t('money.poolLife.refund.lines')}
        columns={useLineColumns()}
        rows={lines}
        rowKey={({ itemId }) => itemId}
      />
      <h3>{t('money.poolLife.refund.parts')}</h3>
      <DataTable
        caption={t('money.poolLife.refund.parts')}
        columns={usePartColumns()}
        rows={parts}
        rowKey={({ party }) => keyOf(party)}
      />
    </>
  );
}

function useLineColumns(): Column<Line>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    { key: 'title', title: t('money.costPool.items.name'), cell: ({ title }) => title },
    { key: 'payer', title: t('money.poolLife.refund.holder'), cell: ({ payer }) => payer.name },
    { key: 'invoice', title: t('money.costPool.items.invoice'), cell: ({ invoiceNumber }) => invoiceNumber },
    {
      key: 'itemAmount',
      title: t('money.poolLife.refund.itemAmount'),
      isNumber: true,
      cell: ({ itemAmount }) => money(itemAmount),
    },
    {
      key: 'amount',
      title: t('money.poolLife.refund.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
  ];
}

function usePartColumns(): Column<RefundPart>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'party',
      title: t('money.party'),
      cell: ({ party, role }) =>
        role === 'subsidySource' ? t('money.poolLife.refund.sourceOf', { party: party.name }) : party.name,
    },
    {
      key: 'share',
      title: t('money.costPool.shares.share'),
      isNumber: true,
      cell: ({ share }) => money(share),
    },
    {
      key: 'before',
      title: t('money.poolLife.refund.before'),
      isNumber: true,
      cell: ({ before }) => money(before),
    },
    {
      key: 'amount',
      title: t('money.poolLife.refund.getsBack'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
  ];
}
