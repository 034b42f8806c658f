import '../../../kit/styles/resource.css';
import '../../../kit/styles/loan.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pagesOf, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { LoanCard } from './loan-card.js';
import {
  addressOf,
  groupsOf,
  type Loan,
  type LoanAddress,
  type PastState,
  pastStates,
  type Role,
  roles,
  searchOf,
} from './loan.js';
import { useRunningLoans } from './use-running-loans.js';

export function LoanListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const address = addressOf(search);
  const { holdsOffice } = useOffices();
  return (
    <>
      <PageHead title={t('app.page.loans')}>
        <Link to="/offers">{t('loan.find')}</Link>
        <Link to="/loans/mine">{t('loan.mine')}</Link>
        {holdsOffice && <ExportLoans address={address} />}
      </PageHead>
      <div className="loan-filters">
        <nav className="page-tabs" aria-label={t('loan.sides')}>
          {roles.map((role) => (
            <Link
              key={role}
              to={`?${searchOf({ ...address, role })}`}
              aria-current={role === address.role ? 'page' : undefined}
            >
              {t(`loan.as.${role}`)}
            </Link>
          ))}
        </nav>
        <Choice<PastState>
          value={address.past}
          label={t('loan.which')}
          options={[
            { value: '', label: t('loan.now') },
            ...pastStates.map((value) => ({ value, label: t(`loan.state.${value}`) })),
          ]}
          onChange={(past) => setSearch(searchOf({ ...address, past }))}
        />
      </div>
      {address.past === undefined ? (
        <Running role={address.role} />
      ) : (
        <Past role={address.role} state={address.past} />
      )}
    </>
  );
}

/** The loans that are not over, in groups by urgency. */
function Running({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const { loans, error, hasMore, refetch } = useRunningLoans(role);
  if (error !== null && loans === undefined) return <ErrorState error={error} onRetry={refetch} />;
  if (loans === undefined) return <LoadingState rows={8} />;
  const groups = groupsOf(loans, Date.now());
  if (groups.length === 0) {
    return (
      <EmptyState text={t(`loan.empty.${role}`)}>
        <Link to="/offers">{t('loan.find')}</Link>
      </EmptyState>
    );
  }
  return (
    <>
      {error !== null && <ErrorState error={error} onRetry={refetch} />}
      {groups.map(({ group, loans: found }) => (
        <section key={group} aria-labelledby={`heap-${group}`}>
          <h2 id={`heap-${group}`}>{t(`loan.heap.${role}.${group}`, { count: found.length })}</h2>
          <ul className="plain-list loans">
            {found.map((loan) => (
              <li key={loan.id}>
                <LoanCard loan={loan} role={role} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasMore && <p className="hint">{t('loan.more')}</p>}
    </>
  );
}

function Past({ role, state }: { readonly role: Role; readonly state: PastState }) {
  const { t } = useTranslation();
  const list = useList('loan', '/loans', { role, state });
  return (
    <PagedList list={list} empty={{ text: t('loan.emptyPast') }}>
      {(items) => (
        <ul className="plain-list loans">
          {items.map((loan) => (
            <li key={loan.id}>
              <LoanCard loan={loan} role={role} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

/** All loans of the side, or those of the chosen state. */
function ExportLoans({ address: { role, past } }: { readonly address: LoanAddress }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <ExportButton<Loan>
      fileName={t('loan.title')}
      fetchPage={pagesOf('/loans', { role, ...(past === undefined ? {} : { state: past }) })}
      columns={[
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
      ]}
    />
  );
}
