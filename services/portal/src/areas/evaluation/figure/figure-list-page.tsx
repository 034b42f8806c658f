import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { subjectKinds } from '../score/score.model.js';
import type { Figure, FigureFilter } from './figure.model.js';

const FigureImportForm = lazyPart('FigureImportForm', () => import('./figure-import.js'), { rows: 4 });

/** Figures that the platform cannot compute, imported from tables: each with its source, its file and its corrections. */
export function FigureListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [isImporting, setIsImporting] = useState(false);
  const kind = subjectKinds.find((one) => one === search.get('kind'));
  const q = (search.get('q') ?? '').trim();
  const filter = withoutBlanks<FigureFilter>({ subjectKind: kind, q });
  const put = (changed: { readonly kind?: string; readonly q?: string }): void =>
    setSearch(searchOf({ kind: kind ?? '', q, ...changed }));
  return (
    <ListPage
      title={t('app.page.figures')}
      actions={
        holds('evaluator') && (
          <>
            <Button type="primary" aria-expanded={isImporting} onClick={() => setIsImporting(!isImporting)}>
              {t('figure.import')}
            </Button>
            <Preload part={FigureImportForm} />
          </>
        )
      }
      intro={
        <>
          <p className="hint">{t('figure.intro')}</p>
          {isImporting && <FigureImportForm />}
        </>
      }
      search={{ label: t('figure.search'), value: q, onFind: (text) => put({ q: text }) }}
      filters={
        <Choice
          label={t('figure.kindLabel')}
          {...(kind && { value: kind })}
          options={[
            { value: '', label: t('figure.allKinds') },
            ...subjectKinds.map((value) => ({ value, label: t(`figure.kind.${value}`) })),
          ]}
          onChange={(chosen) => put({ kind: chosen ?? '' })}
        />
      }
      list={useList('figure', '/figures', filter)}
      empty={{ text: t('figure.empty') }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('app.page.figures'), columns: useExportColumns() }}
    />
  );
}

function useColumns(): readonly Column<Figure>[] {
  const { t } = useTranslation();
  const { number, days, instant } = useFormat();
  return [
    {
      key: 'subject',
      title: t('figure.subject'),
      cell: ({ subject }) => (
        <div>
          {subject.name}
          <div className="hint">{t(`figure.kind.${subject.kind}`)}</div>
        </div>
      ),
    },
    { key: 'figure', title: t('figure.name'), cell: ({ figure }) => figure },
    {
      key: 'period',
      title: t('figure.period'),
      cell: ({ periodFrom, periodTo }) => days(periodFrom, periodTo),
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
      title: t('figure.fromFileLabel'),
      cell: ({ fileName, row, importedAt }) => (
        <div>
          {t('figure.fromFile', { name: fileName, row })}
          <div className="hint">{instant(importedAt)}</div>
        </div>
      ),
    },
  ];
}

function useExportColumns(): readonly ExportColumn<Figure>[] {
  const { t } = useTranslation();
  return [
    { title: t('figure.kindLabel'), text: ({ subject }) => t(`figure.kind.${subject.kind}`) },
    { title: t('figure.subject'), text: ({ subject }) => subject.name ?? '' },
    { title: t('figure.name'), text: ({ figure }) => figure },
    { title: t('figure.period'), text: ({ periodFrom, periodTo }) => `${periodFrom}~${periodTo}` },
    { title: t('figure.value'), text: ({ value }) => String(value) },
    { title: t('figure.source'), text: ({ source }) => source },
    { title: t('figure.hash'), text: ({ fileHash }) => fileHash },
  ];
}
