import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { AnswerFilterBar } from '../confirmation/answer-filters.js';
import { type AnswerFilters, filtersOf, searchOf } from '../confirmation/confirmation.model.js';
import { type Dispute, type DisputeState, disputeStates, isReferred } from './dispute.model.js';
import { fetchDisputes, useDisputes } from './use-disputes.js';

type Filters = AnswerFilters<DisputeState>;

export function DisputeListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search, disputeStates, false);
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.disputes')}>
        <DisputeExport filters={filters} />
      </PageHead>
      <p className="hint">{t('dispute.hint')}</p>
      <AnswerFilterBar<DisputeState>
        key={filters.q}
        filters={filters}
        onChange={(changed) => setSearch(searchOf(changed))}
        waiting={t('dispute.views.waiting')}
        all={t('dispute.views.all')}
        find={t('dispute.find')}
        states={disputeStates.map((value) => ({ value, label: t(`dispute.states.${value}`) }))}
      />
      <DisputeList filters={filters} />
    </>
  );
}

function DisputeList({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation();
  const list = useDisputes(filters);
  const columns = useDisputeColumns();
  const isAll = !filters.isWaiting && filters.state === undefined && filters.q === '';
  return (
    <PagedList list={list} empty={{ text: t(isAll ? 'dispute.empty' : 'dispute.emptyFiltered') }}>
      {(disputes) => (
        <DataTable
          caption={t('app.page.disputes')}
          columns={columns}
          rows={disputes}
          rowKey={({ id }) => id}
        />
      )}
    </PagedList>
  );
}

function useDisputeColumns(): Column<Dispute>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  return [
    {
      key: 'title',
      title: t('confirmation.title'),
      cell: ({ id, title }) => (
        <Link to={`/disputes/${id}`} className="cell-link">
          {title}
        </Link>
      ),
    },
    { key: 'party', title: t('dispute.party'), cell: ({ party }) => party.name },
    { key: 'owes', title: t('confirmation.owes'), isNumber: true, cell: ({ owes }) => money(owes) },
    { key: 'state', title: t('money.state'), cell: (dispute) => <StateTag dispute={dispute} /> },
    { key: 'openedAt', title: t('dispute.openedAt'), cell: ({ openedAt }) => instant(openedAt) },
    { key: 'talkUntil', title: t('dispute.talkUntil'), cell: ({ talkUntil }) => instant(talkUntil) },
  ];
}

export function StateTag({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const text = isReferred(dispute, new Date()) ? t('dispute.referred') : t(`dispute.states.${dispute.state}`);
  return <span className={`tag is-${dispute.state}`}>{text}</span>;
}

function DisputeExport({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Dispute>
      fileName={t('dispute.exportName')}
      fetchPage={fetchDisputes(filters)}
      columns={[
        { title: t('confirmation.title'), text: ({ title }) => title },
        { title: t('dispute.party'), text: ({ party }) => party.name },
        { title: t('confirmation.owes'), kind: 'money', text: ({ owes }) => yuanOf(owes.amount) },
        { title: t('confirmation.owed'), kind: 'money', text: ({ owed }) => yuanOf(owed.amount) },
        { title: t('dispute.reason'), text: ({ reason }) => reason ?? t('dispute.silent') },
        { title: t('money.state'), text: ({ state }) => t(`dispute.states.${state}`) },
        { title: t('dispute.openedAt'), kind: 'instant', text: ({ openedAt }) => openedAt },
        { title: t('dispute.ended'), kind: 'instant', text: ({ endedAt }) => endedAt ?? '' },
        { title: t('dispute.endReason'), text: ({ endReason }) => endReason ?? '' },
      ]}
    />
  );
}
