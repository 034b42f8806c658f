import '../../../kit/styles/ledger.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { YearChoice } from '../../../session/year-choice.js';
import { useOffices } from '../../../session/use-offices.js';
import type { DisclosureSummary } from './disclosure.model.js';

const PublishDisclosure = lazyPart('PublishDisclosure', () => import('./publish-disclosure.js'), { rows: 4 });

/** The yearly disclosures of one's union and those above it; an officer publishes here. */
export function DisclosureListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { holds, holdsOffice } = useOffices();
  const columns = useExportColumns();
  const [isPublishing, setIsPublishing] = useState(false);
  const year = yearIn(search);
  return (
    <ListPage
      title={t('app.page.disclosures')}
      {...(holdsOffice ? {} : { back: '/my' })}
      actions={
        holds('officer') &&
        !isPublishing && (
          <Button type="primary" onClick={() => setIsPublishing(true)}>
            {t('budget.disclosure.publish')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('budget.disclosure.hint')}</p>
          {holds('officer') && <Preload part={PublishDisclosure} />}
          {holds('officer') && <Reminders />}
          {isPublishing && <PublishDisclosure onDone={() => setIsPublishing(false)} />}
        </>
      }
      filters={
        <label>
          {t('budget.year')}
          <YearChoice
            none={t('budget.allYears')}
            value={year}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { year: String(chosen) })}
          />
        </label>
      }
      list={useList('disclosure', '/disclosures', year === undefined ? {} : { year })}
      empty={{ text: t('budget.disclosure.none') }}
      table={{ columns: useDisclosureColumns(), rowKey: ({ id }) => id }}
      {...(holdsOffice ? { exported: { name: t('budget.disclosure.exportName'), columns } } : {})}
    />
  );
}

/** The years that are over and that one's unions have not disclosed. */
function Reminders() {
  const { t } = useTranslation();
  const { items = [] } = useList('disclosure', '/disclosures/reminders', {});
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

function useDisclosureColumns(): Column<DisclosureSummary>[] {
  const { t } = useTranslation();
  const { money, instant } = useFormat();
  return [
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
}

function useExportColumns(): ExportColumn<DisclosureSummary>[] {
  const { t } = useTranslation();
  return [
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
  ];
}

function yearIn(search: URLSearchParams): number | undefined {
  const year = Number(search.get('year'));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}
