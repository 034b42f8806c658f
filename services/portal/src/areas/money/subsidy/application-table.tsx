import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { FindField } from '../../../kit/find-field.js';
import { PagedList } from '../../../kit/paged-list.js';
import { compared } from './application.model.js';
import { DecideForm } from './decide-form.js';
import type { Application, ApplicationFilters, Programme } from './subsidy.model.js';

interface ApplicationTableProps {
  readonly programme: Programme;
  readonly isGiver: boolean;
}

/** The applications side by side, small unions first where the programme says so, each with its grade. */
export function ApplicationTable({ programme, isGiver }: ApplicationTableProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const filters = withoutBlanks<ApplicationFilters>({ programmeId: programme.id, q: words });
  const list = useList('subsidyApplication', '/subsidy-applications', filters);
  const columns = useApplicationColumns();
  const decidable = isGiver && programme.state === 'deciding';
  return (
    <section className="card" aria-labelledby="applications-title">
      <div className="line-head">
        <h2 id="applications-title">{t('subsidy.tabs.applications')}</h2>
        <ExportButton
          fileName={t('subsidy.tabs.applications')}
          fetchPage={list.fetchPage}
          columns={useExportColumns()}
        />
      </div>
      <FindField label={t('subsidy.search')} value={words} onFind={setWords} />
      <PagedList
        list={list}
        empty={{ text: t(words === '' ? 'subsidy.application.empty' : 'common.nothingFound') }}
      >
        {(items) => {
          const shown = compared(items);
          return (
            <>
              <DataTable
                caption={t('subsidy.tabs.applications')}
                columns={columns}
                rows={shown}
                rowKey={({ id }) => id}
              />
              {decidable &&
                shown
                  .filter(
                    ({ state }) => state === 'submitted' || state === 'proposed' || state === 'rejected',
                  )
                  .map((application) => (
                    <DecideForm key={application.id} application={application} programme={programme} />
                  ))}
            </>
          );
        }}
      </PagedList>
    </section>
  );
}

export function useApplicationColumns(): Column<Application>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'title',
      title: t('subsidy.field.title'),
      cell: ({ id, title }) => (
        <Link to={`/subsidy-applications/${id}`} className="cell-link">
          {title}
        </Link>
      ),
    },
    {
      key: 'union',
      title: t('subsidy.applicant'),
      cell: ({ unionName, sizeClass, isFirst }) => (
        <>
          {unionName} {sizeClass !== null && <span className="hint">{t(`subsidy.size.${sizeClass}`)}</span>}{' '}
          {isFirst && <span className="tag">{t('subsidy.application.first')}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('subsidy.state'),
      cell: ({ state }) => (
        <span className={`tag is-${state}`}>{t(`subsidy.application.states.${state}`)}</span>
      ),
    },
    {
      key: 'planned',
      title: t('subsidy.field.planned'),
      isNumber: true,
      cell: ({ planned }) => money(planned),
    },
    {
      key: 'requested',
      title: t('subsidy.field.requested'),
      isNumber: true,
      cell: ({ requested }) => money(requested),
    },
    {
      key: 'award',
      title: t('subsidy.field.award'),
      isNumber: true,
      cell: ({ award, grade }) => (award === null ? t('common.none') : `${grade ?? ''} ${money(award)}`),
    },
  ];
}

export function useExportColumns(): ExportColumn<Application>[] {
  const { t } = useTranslation();
  return [
    { title: t('subsidy.field.title'), text: ({ title }) => title },
    { title: t('subsidy.tabs.programmes'), text: ({ programmeTitle }) => programmeTitle },
    { title: t('subsidy.applicant'), text: ({ unionName }) => unionName },
    { title: t('subsidy.state'), text: (one) => t(`subsidy.application.states.${one.state}`) },
    { title: t('subsidy.field.planned'), kind: 'money', text: ({ planned }) => yuanOf(planned.amount) },
    {
      title: t('subsidy.field.requested'),
      kind: 'money',
      text: ({ requested }) => yuanOf(requested.amount),
    },
    {
      title: t('subsidy.field.award'),
      kind: 'money',
      text: ({ award }) => (award === null ? '' : yuanOf(award.amount)),
    },
    { title: t('subsidy.field.reason'), text: ({ reason }) => reason ?? '' },
  ];
}
