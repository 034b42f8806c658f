import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import type { NettingRun } from './netting.model.js';

/** Each transfer, with a link to its bills. */
export function TransferList({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const standing = ({
    payeeAccountSince,
    isPayeeAccountConfirmed,
  }: NettingRun['transfers'][number]): string => {
    if (payeeAccountSince === null) return t('settling.payee.missing');
    const time = instant(payeeAccountSince);
    return t(isPayeeAccountConfirmed ? 'settling.payee.sinceTwo' : 'settling.payee.sinceOne', { time });
  };
  if (run.transfers.length === 0) return null;
  const rows = run.transfers.map((transfer, place) => ({ ...transfer, number: place + 1 }));
  const billsColumn = {
    key: 'bills',
    title: t('settling.run.bills'),
    cell: ({ number, from, to }: (typeof rows)[number]) => (
      <Link
        to={`/netting-runs/${run.id}/transfers/${number}`}
        className="cell-link"
        aria-label={t('settling.run.billsOf', { from: from.name, to: to.name })}
      >
        {t('settling.run.seeBills')}
      </Link>
    ),
  };
  return (
    <section className="card" aria-labelledby="transfers-title">
      <h2 id="transfers-title">{t('settling.run.transfers')}</h2>
      <DataTable
        caption={t('settling.run.transfersCaption')}
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'from', title: t('money.payer'), cell: ({ from }) => from.name },
          { key: 'to', title: t('money.payee'), cell: ({ to }) => to.name },
          { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
          { key: 'account', title: t('settling.payee.account'), cell: standing },
          // Transfers are numbered within the whole run; who sees a part of it finds the bills at the payment.
          ...(run.ownPart ? [] : [billsColumn]),
        ]}
      />
    </section>
  );
}
