import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { PageHead } from '../../../kit/page-head.js';
import { Loaded } from '../../../kit/loaded.js';
import { ReverseEntry } from './reverse-entry.js';
import type { Entry, Posting } from './ledger.model.js';
import { useEntryTitle } from './use-entry-title.js';

export function EntryPage() {
  const { entryId = '' } = useParams();
  const entry = useRead('entry', '/ledger/entries/{entryId}', { entryId });
  return <Loaded query={entry}>{(found) => <OneEntry key={found.id} entry={found} />}</Loaded>;
}

function OneEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const titleOf = useEntryTitle();
  return (
    <>
      <PageHead title={titleOf(entry)} back="/ledger/entries" />
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

type SourceOf = Exclude<Entry['kind'], 'payment' | 'restored' | 'closing'>;

/** The pages of the sources of entries; a damage and a draw have none. */
const sources = {
  netting: { path: '/netting-runs', name: 'nettingRun' },
  costs: { path: '/cost-pools', name: 'costPool' },
  reversal: { path: '/cost-pools', name: 'costPool' },
  damage: { path: null, name: 'damage' },
  depositHeld: { path: '/loans', name: 'loan' },
  depositKept: { path: null, name: 'deposit' },
  depositReleased: { path: null, name: 'deposit' },
  loanFee: { path: '/loans', name: 'loan' },
  subsidy: { path: '/subsidies', name: 'subsidy' },
  subsidyPaid: { path: '/subsidies', name: 'subsidy' },
  subsidyDrawn: { path: null, name: 'subsidyMove' },
  subsidyReturned: { path: null, name: 'subsidyMove' },
  refund: { path: null, name: 'refund' },
} as const satisfies Readonly<Record<SourceOf, { readonly path: string | null; readonly name: string }>>;

/** The source of the entry. For a payment it is the list of payments. */
function Source({ entry: { kind, sourceId } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  if (kind === 'payment' || kind === 'restored') {
    const view = kind === 'payment' ? 'settled' : 'failed';
    return <Link to={`/payments?view=${view}`}>{t('money.entry.sourceOf.payments')}</Link>;
  }
  if (kind === 'closing')
    return <Link to="/account-closures?state=closed">{t('money.entry.sourceOf.closure')}</Link>;
  const { path, name } = sources[kind];
  const text = t(`money.entry.sourceOf.${name}`);
  return path === null ? text : <Link to={`${path}/${sourceId}`}>{text}</Link>;
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
