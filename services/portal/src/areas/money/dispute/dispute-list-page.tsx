import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { AnswerViews, StateChoice } from '../confirmation/answer-filters.js';
import { type AnswerFilters, filtersOf, queryOf, searchOf } from '../confirmation/confirmation.model.js';
import { type Dispute, type DisputeState, disputeStates, isReferred } from './dispute.model.js';

export function DisputeListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search, disputeStates, false);
  const change = (changed: AnswerFilters<DisputeState>): void => setSearch(searchOf(changed));
  const isAll = !filters.isWaiting && filters.state === undefined && filters.q === '';
  return (
    <ListPage
      title={t('app.page.disputes')}
      intro={
        <>
          <p className="hint">{t('dispute.hint')}</p>
          <AnswerViews filters={filters} waiting={t('dispute.views.waiting')} all={t('dispute.views.all')} />
        </>
      }
      filters={
        <StateChoice<DisputeState>
          filters={filters}
          onChange={change}
          states={disputeStates.map((value) => ({ value, label: t(`dispute.states.${value}`) }))}
        />
      }
      search={{ label: t('dispute.find'), value: filters.q, onFind: (q) => change({ ...filters, q }) }}
      list={useList('dispute', '/disputes', queryOf(filters))}
      empty={{ text: t(isAll ? 'dispute.empty' : 'dispute.emptyFiltered') }}
      table={{ columns: useDisputeColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('dispute.exportName'), columns: useExportColumns() }}
    />
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

function useExportColumns(): ExportColumn<Dispute>[] {
  const { t } = useTranslation();
  return [
    { title: t('confirmation.title'), text: ({ title }) => title },
    { title: t('dispute.party'), text: ({ party }) => party.name },
    { title: t('confirmation.owes'), kind: 'money', text: ({ owes }) => yuanOf(owes.amount) },
    { title: t('confirmation.owed'), kind: 'money', text: ({ owed }) => yuanOf(owed.amount) },
    { title: t('dispute.reason'), text: ({ reason }) => reason ?? t('dispute.silent') },
    { title: t('money.state'), text: ({ state }) => t(`dispute.states.${state}`) },
    { title: t('dispute.openedAt'), kind: 'instant', text: ({ openedAt }) => openedAt },
    { title: t('dispute.ended'), kind: 'instant', text: ({ endedAt }) => endedAt ?? '' },
    { title: t('dispute.endReason'), text: ({ endReason }) => endReason ?? '' },
  ];
}
