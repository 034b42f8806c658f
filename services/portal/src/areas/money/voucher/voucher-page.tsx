import '../../../kit/styles/ledger.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { type StatementQuery, statementQueryOf } from '../statement/statement.model.js';
import { StatementForm } from '../statement/statement-form.js';
import type { Vouchers } from './voucher.model.js';

const SubjectMap = lazyPart('SubjectMap', () => import('./subject-map.js'), { rows: 6 });

/** The ledger of a union as vouchers for its own bookkeeping. */
export function VoucherPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = statementQueryOf(search);
  const isWhole = asked.union !== '' && asked.from !== '' && asked.to !== '';
  return (
    <>
      <PageHead title={t('app.page.vouchers')} />
      <p className="hint">{t('budget.voucher.hint')}</p>
      <StatementForm key={search.toString()} asked={asked} onAsk={(query) => setSearch({ ...query })} />
      {isWhole ? <OneBook asked={asked} /> : <EmptyState text={t('budget.voucher.choose')} />}
      {asked.union !== '' && <SubjectMap key={asked.union} unionId={asked.union} />}
    </>
  );
}

function OneBook({ asked }: { readonly asked: StatementQuery }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRead('voucher', '/vouchers', asked);
  if (isPending) return <LoadingState rows={8} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const fileOf = (format: 'csv' | 'xlsx') => ({
    label: t(`budget.voucher.${format}`),
    path: `/api/v1/vouchers?${new URLSearchParams({ ...asked, format }).toString()}`,
    name: `${data.union.name} ${asked.from} ${asked.to}.${format}`,
  });
  return (
    <>
      <FileButtons refused={t('budget.voucher.refused')} files={[fileOf('csv'), fileOf('xlsx')]} />
      <Lines vouchers={data} />
    </>
  );
}

type Line = Vouchers['lines'][number];

function Lines({ vouchers }: { readonly vouchers: Vouchers }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns = useLineColumns();
  const { lines, debit, credit, truncated } = vouchers;
  return (
    <section className="card" aria-label={t('budget.voucher.caption')}>
      <dl className="figures">
        <div>
          <dt>{t('budget.voucher.debits')}</dt>
          <dd className="big-figure">{money(debit)}</dd>
        </div>
        <div>
          <dt>{t('budget.voucher.credits')}</dt>
          <dd className="big-figure">{money(credit)}</dd>
        </div>
      </dl>
      {truncated && (
        <Alert type="warning" showIcon className="notice" title={t('budget.voucher.truncated')} />
      )}
      {lines.length === 0 ? (
        <p>{t('budget.voucher.none')}</p>
      ) : (
        <DataTable
          caption={t('budget.voucher.caption')}
          columns={columns}
          rows={lines}
          rowKey={({ number, line }) => `${number}.${line}`}
        />
      )}
    </section>
  );
}

function useLineColumns(): Column<Line>[] {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const sided = (amount: Line['debit']): string => (amount.amount === '0' ? '' : money(amount));
  return [
    { key: 'number', title: t('budget.voucher.number'), cell: ({ number, line }) => `${number}/${line}` },
    { key: 'date', title: t('budget.voucher.date'), cell: (line) => date(line.date) },
    {
      key: 'summary',
      title: t('budget.voucher.summary'),
      cell: ({ summary, entryId }) =>
        entryId === null ? (
          summary
        ) : (
          <Link to={`/ledger/entries/${entryId}`} className="cell-link">
            {summary}
          </Link>
        ),
    },
    {
      key: 'subject',
      title: t('budget.voucher.subject'),
      cell: ({ subjectCode, subjectName }) => `${subjectCode} ${subjectName}`,
    },
    { key: 'debit', title: t('budget.voucher.debit'), isNumber: true, cell: ({ debit }) => sided(debit) },
    { key: 'credit', title: t('budget.voucher.credit'), isNumber: true, cell: ({ credit }) => sided(credit) },
    { key: 'party', title: t('budget.voucher.party'), cell: ({ party }) => party?.name ?? '' },
  ];
}
