import '../../../kit/styles/indicator-system.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import { useOffices } from '../../../session/use-offices.js';
import { FigureImportForm } from './figure-import.js';
import { fetchFigures, type Figure, type FigureFilter, subjectKinds, useFigures } from './use-figures.js';

/** What the platform cannot know, told by tables: with its source, its file, and what has been put right since. */
export function FigureListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const subjectKind = subjectKinds.find((one) => one === search.get('kind'));
  const typed = search.get('q') ?? '';
  const filter = withoutBlanks<FigureFilter>({ subjectKind, q: useDebounced(typed).trim() });
  const put = (changed: { readonly kind?: string; readonly q?: string }): void =>
    setSearch(searchOf({ kind: search.get('kind') ?? '', q: typed, ...changed }), { replace: true });
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.figures')}>
        <FigureExport filter={filter} />
      </PageHead>
      <p className="hint">{t('figure.intro')}</p>
      {holds('evaluator') && <FigureImportForm />}
      <div className="system-filters">
        <label className="labelled">
          <span>{t('figure.search')}</span>
          <Input value={typed} maxLength={60} onChange={({ target }) => put({ q: target.value })} />
        </label>
        <label className="labelled">
          <span>{t('figure.kindLabel')}</span>
          <Choice
            {...(subjectKind && { value: subjectKind })}
            options={[
              { value: '', label: t('figure.allKinds') },
              ...subjectKinds.map((value) => ({ value, label: t(`figure.kind.${value}`) })),
            ]}
            onChange={(chosen) => put({ kind: chosen ?? '' })}
          />
        </label>
      </div>
      <FigureList filter={filter} />
    </>
  );
}

function FigureList({ filter }: { readonly filter: FigureFilter }) {
  const { t } = useTranslation();
  const list = useFigures(filter);
  const columns = useColumns();
  return (
    <PagedList list={list} empty={{ text: t('figure.empty') }}>
      {(figures) => (
        <DataTable caption={t('app.page.figures')} columns={columns} rows={figures} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

function useColumns(): readonly Column<Figure>[] {
  const { t } = useTranslation();
  const { number, date, instant } = useFormat();
  return [
    {
      key: 'subject',
      title: t('figure.subject'),
      cell: ({ subject }) =>
        `${t(`figure.kind.${subject.kind}`)}${t('common.separator')}${subject.name ?? ''}`,
    },
    { key: 'figure', title: t('figure.name'), cell: ({ figure }) => figure },
    {
      key: 'period',
      title: t('figure.period'),
      cell: ({ periodFrom, periodTo }) => t('figure.days', { from: date(periodFrom), to: date(periodTo) }),
    },
    {
      key: 'value',
      title: t('figure.value'),
      isNumber: true,
      cell: ({ value, superseded }) =>
        superseded ? (
          <>
            <del>{number(value)}</del> <span className="tag">{t('figure.superseded')}</span>
          </>
        ) : (
          number(value)
        ),
    },
    { key: 'source', title: t('figure.source'), cell: ({ source }) => source },
    {
      key: 'file',
      title: t('figure.file'),
      cell: ({ fileName, row, importedAt }) =>
        t('figure.fromFile', { name: fileName, row, time: instant(importedAt) }),
    },
  ];
}

function FigureExport({ filter }: { readonly filter: FigureFilter }) {
  const { t } = useTranslation();
  return (
    <ExportButton<Figure>
      fileName={t('app.page.figures')}
      fetchPage={fetchFigures(filter)}
      columns={[
        { title: t('figure.kindLabel'), text: ({ subject }) => t(`figure.kind.${subject.kind}`) },
        { title: t('figure.subject'), text: ({ subject }) => subject.name ?? '' },
        { title: t('figure.name'), text: ({ figure }) => figure },
        { title: t('figure.period'), text: ({ periodFrom, periodTo }) => `${periodFrom}~${periodTo}` },
        { title: t('figure.value'), text: ({ value }) => String(value) },
        { title: t('figure.source'), text: ({ source }) => source },
        { title: t('figure.hash'), text: ({ fileHash }) => fileHash },
      ]}
    />
  );
}
