import '../../../kit/styles/resource.css';
import '../../../kit/styles/loan.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import type { BulkCommand } from '../../../kit/use-bulk.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useServedOrder } from '../../../kit/use-served-order.js';
import { useOffices } from '../../../session/use-offices.js';
import { LoanCard, LoanTag } from './loan-card.js';
import {
  addressOf,
  groupsOf,
  type Loan,
  type PastState,
  pastStates,
  type Role,
  roles,
  searchOf,
} from './loan.js';
import { useRunningLoans } from './use-running-loans.js';

export function LoanListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const address = addressOf(search);
  const { role, past } = address;
  const { holdsOffice } = useOffices();
  const running = useRunningLoans(role, past === undefined);
  const order = useServedOrder(served);
  const over = useList('loan', '/loans', past === undefined ? undefined : { role, state: past, ...order });
  const list = past === undefined ? running : over;
  const approveEach = useApproveEach();
  const columns = useExportColumns();
  return (
    <ListPage
      title={t('app.page.loans')}
      actions={
        <>
          <Link to="/offers">{t('loan.find')}</Link>
          <Link to="/loans/mine">{t('loan.mine')}</Link>
          <Link to="/party-loans">{t('loan.ofParties')}</Link>
        </>
      }
      intro={
        <div className="loan-filters">
          <nav className="page-tabs" aria-label={t('loan.sides')}>
            {roles.map((one) => (
              <Link
                key={one}
                to={`?${searchOf({ ...address, role: one })}`}
                aria-current={one === role ? 'page' : undefined}
              >
                {t(`loan.as.${one}`)}
              </Link>
            ))}
          </nav>
          <Choice<PastState>
            value={past}
            label={t('loan.which')}
            options={[
              { value: '', label: t('loan.now') },
              ...pastStates.map((value) => ({ value, label: t(`loan.state.${value}`) })),
            ]}
            onChange={(chosen) => setSearch(searchOf({ ...address, past: chosen }))}
          />
        </div>
      }
      list={list}
      table={{
        columns: useColumns(role),
        // What is not over is there as a whole.
        served: past === undefined ? [] : served,
        rowKey: ({ id }) => id,
        rowName,
      }}
      commands={role === 'owner' ? [approveEach] : []}
      empty={
        past === undefined
          ? { text: t(`loan.empty.${role}`), action: <Link to="/offers">{t('loan.find')}</Link> }
          : { text: t('loan.emptyPast') }
      }
      {...(holdsOffice ? { exported: { name: t('loan.title'), columns } } : {})}
    >
      {(loans) =>
        past === undefined ? <Running loans={loans} role={role} /> : <Cards loans={loans} role={role} />
      }
    </ListPage>
  );
}

/** Columns in whose order the platform lists loans. */
const served = ['startsAt'] as const;

interface LoansProps {
  readonly loans: readonly Loan[];
  readonly role: Role;
}

/** The loans that are not over, in groups by urgency. */
function Running({ loans, role }: LoansProps) {
  const { t } = useTranslation();
  return (
    <>
      {groupsOf(loans, Date.now()).map(({ group, loans: found }) => (
        <section key={group} aria-labelledby={`heap-${group}`}>
          <h2 id={`heap-${group}`}>{t(`loan.heap.${role}.${group}`, { count: found.length })}</h2>
          <Cards loans={found} role={role} />
        </section>
      ))}
    </>
  );
}

function Cards({ loans, role }: LoansProps) {
  return (
    <ul className="plain-list loans">
      {loans.map((loan) => (
        <li key={loan.id}>
          <LoanCard loan={loan} role={role} />
        </li>
      ))}
    </ul>
  );
}

const rowName = ({ resourceTitle, borrowerUnionName }: Loan): string =>
  `${resourceTitle} · ${borrowerUnionName}`;

function useApproveEach(): BulkCommand<Loan> {
  const { t } = useTranslation();
  return {
    key: 'approve',
    text: t('loan.act.approve'),
    question: (count) => t('loan.approveMany', { count }),
    mayRun: ({ state }) => state === 'requested',
    run: ({ id, version }, key) =>
      request('post', '/loans/{loanId}/approve', { loanId: id, version }, { key }),
    touches: 'loan',
  };
}

function useColumns(role: Role): Column<Loan>[] {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const other = ({ borrowerUnionName, ownerUnionName }: Loan): string =>
    role === 'owner' ? borrowerUnionName : ownerUnionName;
  return [
    {
      key: 'resource',
      title: t('loan.resource'),
      cell: ({ id, resourceTitle }) => (
        <Link to={`/loans/${id}`} className="cell-link">
          {resourceTitle}
        </Link>
      ),
      order: ({ resourceTitle }) => resourceTitle,
    },
    {
      key: 'state',
      title: t('loan.stateLabel'),
      cell: (loan) => <LoanTag loan={loan} />,
      order: ({ state }) => t(`loan.state.${state}`),
    },
    {
      key: 'startsAt',
      title: t('loan.time'),
      cell: ({ startsAt, endsAt }) => period(startsAt, endsAt),
      order: ({ startsAt }) => startsAt,
    },
    {
      key: 'other',
      title: t(role === 'owner' ? 'loan.borrower' : 'loan.owner'),
      cell: other,
      order: other,
    },
    { key: 'purpose', title: t('loan.purpose'), cell: ({ purpose }) => purpose },
    {
      key: 'decideBy',
      title: t('loan.decideBy'),
      cell: ({ decideBy }) => (decideBy === null ? '' : instant(decideBy)),
      order: ({ decideBy }) => decideBy,
    },
  ];
}

function useExportColumns(): ExportColumn<Loan>[] {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return [
    { title: t('loan.resource'), text: ({ resourceTitle }) => resourceTitle },
    {
      title: t('loan.stateLabel'),
      text: ({ overdue, state }) => t(overdue ? 'loan.overdue' : `loan.state.${state}`),
    },
    { title: t('loan.from'), text: ({ startsAt }) => instant(startsAt) },
    { title: t('loan.until'), text: ({ endsAt }) => instant(endsAt) },
    { title: t('loan.borrower'), text: ({ borrowerUnionName }) => borrowerUnionName },
    { title: t('loan.owner'), text: ({ ownerUnionName }) => ownerUnionName },
    { title: t('loan.purpose'), text: ({ purpose }) => purpose },
    { title: t('loan.reason'), text: ({ reason }) => reason ?? '' },
  ];
}
