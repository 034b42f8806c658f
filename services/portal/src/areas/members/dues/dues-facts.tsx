import '../../../kit/styles/ledger.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerAt } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';

export type Dues = AnswerAt<'/members/{memberId}/dues'>;

interface DuesFactsProps {
  readonly dues: Dues;
  /** How it is paid, right below what is to be paid; the reference is said there, and not twice. */
  readonly howToPay?: ReactNode;
}

/** What one member owes, has paid and has not paid, and of which months. */
export function DuesFacts({ dues, howToPay }: DuesFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { monthly, due, paid, monthsUnknown, months, reference } = dues;
  return (
    <>
      <dl className="facts">
        <dt>{t('dues.monthly')}</dt>
        <dd>{monthly === null ? t('dues.noWage') : format.money(monthly)}</dd>
        <dt>{t('dues.due')}</dt>
        <dd>{format.money(due)}</dd>
        <dt>{t('dues.paid')}</dt>
        <dd>{format.money(paid)}</dd>
        <dt>{t('dues.arrears')}</dt>
        <dd>
          <Arrears dues={dues} />
        </dd>
        {howToPay === undefined && (
          <>
            <dt>{t('dues.reference')}</dt>
            <dd>{reference}</dd>
          </>
        )}
      </dl>
      {monthsUnknown > 0 && <p>{t('dues.monthsUnknown', { count: monthsUnknown })}</p>}
      <p className="hint">{t('dues.noRightLost')}</p>
      {howToPay}
      {months.length > 0 && (
        <details>
          <summary>{t('dues.months')}</summary>
          <DataTable
            caption={t('dues.months')}
            rows={months}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', title: t('dues.month'), cell: ({ month }) => month },
              {
                key: 'due',
                title: t('dues.due'),
                isNumber: true,
                cell: ({ due: ofMonth }) => (ofMonth === null ? t('dues.noWage') : format.money(ofMonth)),
              },
            ]}
          />
        </details>
      )}
    </>
  );
}

/** What has not been paid, that all is, or how much more was paid than was due. */
export function Arrears({ dues: { arrears, due } }: { readonly dues: Pick<Dues, 'arrears' | 'due'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount } = arrears;
  if (amount === '0') return due.amount === '0' ? format.money(arrears) : t('dues.settled');
  if (!amount.startsWith('-')) return <span className="is-owing">{format.money(arrears)}</span>;
  return t('dues.ahead', { amount: format.money({ amount: amount.slice(1) }) });
}
