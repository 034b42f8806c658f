import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import { useOffices } from '../../../session/use-offices.js';
import { ClosureCard } from './closure-card.js';
import { type Closure, type ClosureState, closureStates, type EndedParty } from './closure.model.js';

const ProposeClosure = lazyPart('ProposeClosure', () => import('./propose-closure.js'), { rows: 4 });

/** The end of accounts: the parties that left the network, what was proposed, and what was closed. */
export function ClosureListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = closureStates.find((one) => one === search.get('state'));
  const list = useList('accountClosure', '/account-closures', state === undefined ? {} : { state });
  return (
    <>
      <PageHead title={t('strictLedger.closure.title')}>
        <ExportButton
          fileName={t('strictLedger.closure.exportName')}
          fetchPage={list.fetchPage}
          columns={useExportColumns()}
        />
      </PageHead>
      <LedgerNav />
      <p className="hint">{t('strictLedger.closure.hint')}</p>
      <Ended />
      {holds('finance', 'officer') && <ProposeClosure />}
      <section aria-labelledby="closures-title">
        <h2 id="closures-title">{t('strictLedger.closure.list')}</h2>
        <div className="money-filters">
          <Choice<ClosureState>
            label={t('strictLedger.closure.state')}
            value={state}
            options={[
              { value: '', label: t('strictLedger.closure.allStates') },
              ...closureStates.map((one) => ({ value: one, label: t(`strictLedger.closure.states.${one}`) })),
            ]}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { state: chosen })}
          />
        </div>
        <PagedList list={list} empty={{ text: t('strictLedger.closure.empty') }}>
          {(closures) => closures.map((closure) => <ClosureCard key={closure.id} closure={closure} />)}
        </PagedList>
      </section>
    </>
  );
}

function Ended() {
  const { t } = useTranslation();
  const list = useList('accountClosure', '/ledger/accounts-to-close', {});
  const columns: Column<EndedParty>[] = [
    { key: 'party', title: t('strictLedger.closure.party'), cell: ({ party }) => party.name },
    {
      key: 'accounts',
      title: t('strictLedger.closure.accounts'),
      isNumber: true,
      cell: ({ accountCount }) => accountCount,
    },
    {
      key: 'balance',
      title: t('strictLedger.closure.balance'),
      isNumber: true,
      cell: ({ balance }) => <SignedAmount amount={balance} />,
    },
  ];
  return (
    <section className="card" aria-labelledby="ended-title">
      <h2 id="ended-title">{t('strictLedger.closure.ended')}</h2>
      <PagedList list={list} empty={{ text: t('strictLedger.closure.noEnded') }}>
        {(parties) => (
          <DataTable
            caption={t('strictLedger.closure.endedCaption')}
            columns={columns}
            rows={parties}
            rowKey={({ party }) => `${party.kind}:${party.id}`}
          />
        )}
      </PagedList>
    </section>
  );
}

function useExportColumns(): ExportColumn<Closure>[] {
  const { t } = useTranslation();
  return [
    { title: t('strictLedger.closure.party'), text: ({ party }) => party.name },
    { title: t('strictLedger.closure.successor'), text: ({ successor }) => successor?.name ?? '' },
    {
      title: t('strictLedger.closure.state'),
      text: (closure) => t(`strictLedger.closure.states.${closure.state}`),
    },
    {
      title: t('strictLedger.closure.remainder'),
      text: ({ remainders }) => remainders.map(({ balance }) => yuanOf(balance.amount)).join(' '),
    },
    { title: t('strictLedger.reason'), text: ({ reason }) => reason },
  ];
}
