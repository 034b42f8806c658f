import '../../../kit/styles/ledger.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { YearChoice } from '../../../session/year-choice.js';
import { useOffices } from '../../../session/use-offices.js';
import { type DisclosureSummary, fetchDisclosures, useDisclosures, useReminders } from './use-disclosures.js';

const PublishDisclosure = lazyPart('PublishDisclosure', () => import('./publish-disclosure.js'), { rows: 4 });

/** What one's union and those above it have told of their years; an officer publishes here. */
export function DisclosureListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds, holdsOffice } = useOffices();
  const [isPublishing, setIsPublishing] = useState(false);
  const year = yearIn(search);
  return (
    <>
      {holdsOffice && <AreaTabs area="money" />}
      <PageHead title={t('app.page.disclosures')} {...(holdsOffice ? {} : { back: '/my' })}>
        {holds('officer') && !isPublishing && (
          <Button type="primary" onClick={() => setIsPublishing(true)}>
            {t('budget.disclosure.publish')}
          </Button>
        )}
        <DisclosureExport year={year} />
      </PageHead>
      <p className="hint">{t('budget.disclosure.hint')}</p>
      {holds('officer') && <Preload part={PublishDisclosure} />}
      {holds('officer') && <Reminders />}
      {isPublishing && <PublishDisclosure onDone={() => setIsPublishing(false)} />}
      <div className="money-filters">
        <label>
          {t('budget.year')}
          <YearChoice
            none={t('budget.allYears')}
            value={year}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { year: String(chosen) })}
          />
        </label>
      </div>
      <DisclosureTable year={year} />
    </>
  );
}

/** What January asks for. */
function Reminders() {
  const { t } = useTranslation();
  const { items = [] } = useReminders();
  return items.map(({ union, year }) => (
    <Alert
      key={`${union.id}.${year}`}
      type="warning"
      showIcon
      className="notice"
      title={t('budget.disclosure.reminder', { union: union.name, year: String(year) })}
    />
  ));
}

function DisclosureTable({ year }: { readonly year: number | undefined }) {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  const list = useDisclosures(year);
  const columns: Column<DisclosureSummary>[] = [
    {
      key: 'title',
      title: t('budget.union'),
      cell: ({ id, union, year: of }) => (
        <Link to={`/disclosures/${id}`} className="cell-link">
          {t('budget.disclosure.title', { union: union.name, year: String(of) })}
        </Link>
      ),
    },
    {
      key: 'version',
      title: t('budget.versionTitle'),
      cell: ({ number }) =>
        number === 1
          ? t('budget.disclosure.first')
          : t('budget.disclosure.correction', { number: String(number) }),
    },
    {
      key: 'at',
      title: t('budget.voucher.date'),
      cell: ({ publishedAt }) => instant(publishedAt),
    },
    {
      key: 'borne',
      title: t('budget.disclosure.borne'),
      isNumber: true,
      cell: ({ borne }) => money(borne),
    },
  ];
  return (
    <PagedList list={list} empty={{ text: t('budget.disclosure.none') }}>
      {(items) => (
        <DataTable
          caption={t('app.page.disclosures')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
        />
      )}
    </PagedList>
  );
}

function DisclosureExport({ year }: { readonly year: number | undefined }) {
  const { t } = useTranslation();
  return (
    <ExportButton<DisclosureSummary>
      fileName={t('budget.disclosure.exportName')}
      fetchPage={fetchDisclosures(year)}
      columns={[
        { title: t('budget.union'), text: ({ union }) => union.name },
        { title: t('budget.year'), kind: 'count', text: (one) => String(one.year) },
        { title: t('budget.versionTitle'), kind: 'count', text: ({ number }) => String(number) },
        {
          title: t('budget.disclosure.borne'),
          kind: 'money',
          isApart: true,
          text: ({ borne }) => yuanOf(borne.amount),
        },
        { title: t('budget.disclosure.hash'), text: ({ contentHash }) => contentHash },
      ]}
    />
  );
}

function yearIn(search: URLSearchParams): number | undefined {
  const year = Number(search.get('year'));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}
