import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { SignedAmount } from '../ledger/signed-amount.js';

type ActivityStatement = components['schemas']['ActivityStatementView'];
type Pool = ActivityStatement['pools'][number];
type Debt = ActivityStatement['debts'][number];

/** The costs of an activity: its pools, the parties that bear and that paid, and the debts that are open. */
export function ActivityStatementPage() {
  const { activityId = '' } = useParams();
  const statement = useRead('statement', '/activities/{activityId}/statement', { activityId });
  return <Loaded query={statement}>{(found) => <OneActivity statement={found} />}</Loaded>;
}

function OneActivity({ statement }: { readonly statement: ActivityStatement }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { activityId, title, total, subsidy, unpaid, heads, pools, debts } = statement;
  const fileOf = (format: 'xlsx' | 'pdf') => ({
    label: t(`budget.activity.${format}`),
    path: `/api/v1/activities/${activityId}/statement?format=${format}`,
    name: `${title}.${format}`,
  });
  return (
    <>
      <PageHead title={t('budget.activity.title', { title })} back={`/activities/${activityId}`} />
      <FileButtons refused={t('budget.activity.refused')} files={[fileOf('xlsx'), fileOf('pdf')]} />
      <section className="card">
        <dl className="figures">
          {(
            [
              ['total', total],
              ['subsidy', subsidy],
              ['unpaid', unpaid],
            ] as const
          ).map(([name, amount]) => (
            <div key={name}>
              <dt>{t(`budget.activity.${name}`)}</dt>
              <dd className="big-figure">{money(amount)}</dd>
            </div>
          ))}
          <div>
            <dt>{t('budget.activity.heads')}</dt>
            <dd className="big-figure">{number(heads)}</dd>
          </div>
        </dl>
      </section>
      {pools.length === 0 && <EmptyState text={t('budget.activity.none')} />}
      {pools.map((pool, index) => (
        <OnePool key={pool.costPoolId} pool={pool} place={index + 1} />
      ))}
      {debts.length > 0 && <Debts debts={debts} />}
    </>
  );
}

function OnePool({ pool, place }: { readonly pool: Pool; readonly place: number }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const partColumns = usePartColumns();
  const { bills, parts, state, costPoolId, total } = pool;
  return (
    <section className="card" aria-labelledby={costPoolId}>
      <h2 id={costPoolId}>
        {t('budget.activity.pool', { number: String(place) })}{' '}
        <span className={`tag is-${state}`}>{t(`budget.activity.poolStates.${state}`)}</span>
      </h2>
      <p className="big-figure">{money(total)}</p>
      <p>
        <Link to={`/cost-pools/${costPoolId}`} className="cell-link">
          {t('budget.activity.toPool')}
        </Link>
      </p>
      <h3>{t('budget.activity.bills')}</h3>
      <DataTable
        caption={t('budget.activity.bills')}
        columns={useBillColumns()}
        rows={bills}
        rowKey={({ invoiceNumber, payer }) => `${payer.id}.${invoiceNumber}`}
      />
      <h3>{t('budget.activity.parts')}</h3>
      {parts.length === 0 ? (
        <p>{t('budget.activity.notComputed')}</p>
      ) : (
        <DataTable
          caption={t('budget.activity.parts')}
          columns={partColumns}
          rows={parts}
          rowKey={({ party }) => `${party.kind}.${party.id}`}
        />
      )}
    </section>
  );
}

function useBillColumns(): Column<Pool['bills'][number]>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    { key: 'code', title: t('budget.code'), cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`) },
    { key: 'title', title: t('budget.activity.bill'), cell: ({ title }) => title },
    { key: 'payer', title: t('budget.activity.payer'), cell: ({ payer }) => payer.name },
    {
      key: 'amount',
      title: t('budget.activity.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
  ];
}

function usePartColumns(): Column<Pool['parts'][number]>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    { key: 'party', title: t('budget.activity.party'), cell: ({ party }) => party.name },
    { key: 'share', title: t('budget.activity.share'), isNumber: true, cell: ({ share }) => money(share) },
    { key: 'paid', title: t('budget.activity.paid'), isNumber: true, cell: ({ paid }) => money(paid) },
    {
      key: 'net',
      title: t('budget.activity.net'),
      isNumber: true,
      cell: ({ net }) => <SignedAmount amount={net} />,
    },
  ];
}

function Debts({ debts }: { readonly debts: readonly Debt[] }) {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const columns: Column<Debt>[] = [
    { key: 'date', title: t('budget.voucher.date'), cell: ({ postedOn }) => date(postedOn) },
    { key: 'debtor', title: t('budget.activity.debtor'), cell: ({ debtor }) => debtor.name },
    { key: 'creditor', title: t('budget.activity.creditor'), cell: ({ creditor }) => creditor.name },
    {
      key: 'amount',
      title: t('budget.activity.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
    {
      key: 'state',
      title: t('budget.activity.state'),
      cell: ({ state, nettingRunId }) =>
        nettingRunId === null ? (
          t(`budget.activity.states.${state}`)
        ) : (
          <Link to={`/netting-runs/${nettingRunId}`} className="cell-link">
            {t(`budget.activity.states.${state}`)}
          </Link>
        ),
    },
  ];
  return (
    <section className="card" aria-labelledby="activity-debts">
      <h2 id="activity-debts">{t('budget.activity.debts')}</h2>
      <DataTable
        caption={t('budget.activity.debts')}
        columns={columns}
        rows={debts}
        rowKey={({ entryId, debtor, creditor, incomeKind }) =>
          `${entryId}.${debtor.id}.${creditor.id}.${incomeKind}`
        }
      />
    </section>
  );
}
