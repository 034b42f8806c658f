import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ShareExplanation } from './share-explanation.model.js';

type Posting = ShareExplanation['postings'][number];
type Payment = ShareExplanation['payments'][number];

/** The postings of the share, the runs that took them, and the payments of those runs. */
export function Became({ share }: { readonly share: ShareExplanation }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <section className="card" aria-labelledby="became-title">
      <h2 id="became-title">{t('shareExplanation.became')}</h2>
      {share.entryId === null ? (
        <p>{t(share.approvedAt === null ? 'shareExplanation.notPosted' : 'shareExplanation.nothingOwed')}</p>
      ) : (
        <>
          <p>
            <Link to={`/ledger/entries/${share.entryId}`}>
              {t('shareExplanation.postedOn', {
                date: share.postedOn === null ? '' : date(share.postedOn),
              })}
            </Link>
          </p>
          <Postings postings={share.postings} />
          <Payments payments={share.payments} />
        </>
      )}
    </section>
  );
}

function Postings({ postings }: { readonly postings: readonly Posting[] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (postings.length === 0) return <p>{t('shareExplanation.noPostings')}</p>;
  const columns: Column<Posting>[] = [
    { key: 'debit', title: t('shareExplanation.debtor'), cell: ({ debitParty }) => debitParty.name },
    { key: 'credit', title: t('shareExplanation.creditor'), cell: ({ creditParty }) => creditParty.name },
    { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
    {
      key: 'fund',
      title: t('shareExplanation.fund'),
      cell: ({ incomeKind }) => t(`money.fund.${incomeKind}`),
    },
    { key: 'run', title: t('shareExplanation.run'), cell: (posting) => <Run posting={posting} /> },
  ];
  return (
    <DataTable
      caption={t('shareExplanation.postings')}
      columns={columns}
      rows={postings}
      rowKey={({ line }) => String(line)}
    />
  );
}

function Run({ posting }: { readonly posting: Posting }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { nettingRunId, nettedAt } = posting;
  if (nettingRunId === null) return t('shareExplanation.notNetted');
  return (
    <p>
      <Link to={`/netting-runs/${nettingRunId}`}>
        {t('shareExplanation.nettedAt', { time: nettedAt === null ? '' : instant(nettedAt) })}
      </Link>
    </p>
  );
}

function Payments({ payments }: { readonly payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (payments.length === 0) return null;
  const columns: Column<Payment>[] = [
    { key: 'payer', title: t('money.payer'), cell: ({ payer }) => payer.name },
    { key: 'payee', title: t('money.payee'), cell: ({ payee }) => payee.name },
    { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className="tag">{t(`shareExplanation.payment.${state}`)}</span>,
    },
  ];
  return (
    <>
      <h3>{t('shareExplanation.payments')}</h3>
      <p className="hint">{t('shareExplanation.paymentsHint')}</p>
      <DataTable
        caption={t('shareExplanation.payments')}
        columns={columns}
        rows={payments}
        rowKey={({ id }) => id}
      />
    </>
  );
}
