import './ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PageHead } from '../../shell/page-head.js';
import { Loaded } from '../../shell/loaded.js';
import { ReverseEntry } from './reverse-entry.js';
import { type Entry, type Posting, useEntry } from './use-ledger.js';

export function EntryPage() {
  const { entryId = '' } = useParams();
  const entry = useEntry(entryId);
  return <Loaded query={entry}>{(found) => <OneEntry key={found.id} entry={found} />}</Loaded>;
}

function OneEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={entry.title} back="/ledger/entries" />
      <EntryFacts entry={entry} />
      <section className="card" aria-labelledby="entry-postings-title">
        <h2 id="entry-postings-title">{t('money.entry.postings')}</h2>
        <DataTable
          caption={t('money.entry.caption')}
          columns={usePostingColumns()}
          rows={entry.postings}
          rowKey={({ line }) => String(line)}
        />
        {entry.postingCount > entry.postings.length && (
          <p className="hint">{t('money.entry.more', { count: entry.postingCount })}</p>
        )}
      </section>
      <ReverseEntry entry={entry} />
    </>
  );
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.date')}</dt>
      <dd>{date(entry.postedOn)}</dd>
      <dt>{t('money.kind')}</dt>
      <dd>
        {t(`money.entry.kinds.${entry.kind}`)}{' '}
        {entry.reversedBy !== null && <span className="tag is-reversed">{t('money.entry.reversed')}</span>}
      </dd>
      {entry.reason !== null && (
        <>
          <dt>{t('money.reason')}</dt>
          <dd>{entry.reason}</dd>
        </>
      )}
      <dt>{t('money.entry.source')}</dt>
      <dd className="fact-links">
        <Source entry={entry} />
        {entry.reversalOf !== null && (
          <Link to={`/ledger/entries/${entry.reversalOf}`}>{t('money.entry.reversalOf')}</Link>
        )}
        {entry.reversedBy !== null && (
          <Link to={`/ledger/entries/${entry.reversedBy}`}>{t('money.entry.reversedLink')}</Link>
        )}
      </dd>
    </dl>
  );
}

/** What brought the entry about. A payment has no page of its own: its list is shown. */
function Source({ entry: { kind, sourceId } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  if (kind === 'netting')
    return <Link to={`/netting-runs/${sourceId}`}>{t('money.entry.sourceOf.nettingRun')}</Link>;
  if (kind === 'payment' || kind === 'restored') {
    const view = kind === 'payment' ? 'settled' : 'failed';
    return <Link to={`/payments?view=${view}`}>{t('money.entry.sourceOf.payments')}</Link>;
  }
  if (kind === 'damage') return t('money.entry.sourceOf.damage');
  if (kind === 'depositHeld' || kind === 'loanFee')
    return <Link to={`/loans/${sourceId}`}>{t('money.entry.sourceOf.loan')}</Link>;
  if (kind === 'subsidy' || kind === 'subsidyPaid')
    return <Link to={`/subsidies/${sourceId}`}>{t('money.entry.sourceOf.subsidy')}</Link>;
  if (kind === 'subsidyDrawn' || kind === 'subsidyReturned') return t('money.entry.sourceOf.subsidyMove');
  // What these come from may be a damage, which has no page of its own.
  if (kind === 'depositKept' || kind === 'depositReleased') return t('money.entry.sourceOf.deposit');
  return <Link to={`/cost-pools/${sourceId}`}>{t('money.entry.sourceOf.costPool')}</Link>;
}

function usePostingColumns(): Column<Posting>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'debtor',
      title: t('money.entry.debtor'),
      cell: ({ debitAccountId, debitParty }) => (
        <Link to={`/accounts/${debitAccountId}`} className="cell-link">
          {debitParty.name}
        </Link>
      ),
    },
    {
      key: 'creditor',
      title: t('money.entry.creditor'),
      cell: ({ creditAccountId, creditParty }) => (
        <Link to={`/accounts/${creditAccountId}`} className="cell-link">
          {creditParty.name}
        </Link>
      ),
    },
    {
      key: 'fund',
      title: t('money.entry.fund'),
      cell: ({ incomeKind }) => t(`money.fund.${incomeKind}`),
    },
    { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
  ];
}
