import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { Tuning } from './use-tuning.js';

interface OfReport {
  readonly report: Tuning;
}

/** Two decimals; where too few answered or nothing varies, that. */
function useFigure(): (value: number | null) => string {
  const { t } = useTranslation();
  return (value) => (value === null ? t('tuning.unknown') : value.toFixed(2));
}

function Part({
  id,
  children,
}: {
  readonly id: 'nodes' | 'items' | 'redundant' | 'drifts';
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby={`tuning-${id}`}>
      <h2 id={`tuning-${id}`}>{t(`tuning.part.${id}`)}</h2>
      <p className="hint">{t(`tuning.hint.${id}`)}</p>
      {children}
    </section>
  );
}

export function NodeTable({ report }: OfReport) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure();
  const columns: readonly Column<Tuning['nodes'][number]>[] = [
    { key: 'name', title: t('tuning.group'), cell: ({ name }) => name ?? t('tuning.top') },
    { key: 'items', title: t('tuning.items'), isNumber: true, cell: ({ items }) => format.number(items) },
    {
      key: 'answers',
      title: t('tuning.answers'),
      isNumber: true,
      cell: ({ answers }) => format.number(answers),
    },
    { key: 'alpha', title: t('tuning.alpha'), isNumber: true, cell: ({ alpha }) => figure(alpha) },
  ];
  if (report.nodes.length === 0) return null;
  return (
    <Part id="nodes">
      <DataTable
        caption={t('tuning.part.nodes')}
        columns={columns}
        rows={report.nodes}
        rowKey={({ key }) => key ?? ''}
      />
    </Part>
  );
}

export function ItemTable({ report }: OfReport) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure();
  const share = (value: number | null): string =>
    value === null ? t('tuning.unknown') : format.share(value);
  const columns: readonly Column<Tuning['items'][number]>[] = [
    { key: 'name', title: t('tuning.item'), cell: ({ name }) => name },
    { key: 'mean', title: t('tuning.mean'), isNumber: true, cell: ({ mean }) => figure(mean) },
    { key: 'rest', title: t('tuning.itemRest'), isNumber: true, cell: ({ itemRest }) => figure(itemRest) },
    {
      key: 'without',
      title: t('tuning.alphaWithout'),
      isNumber: true,
      cell: ({ alphaWithout }) => figure(alphaWithout),
    },
    { key: 'floor', title: t('tuning.floor'), isNumber: true, cell: ({ floor }) => share(floor) },
    { key: 'ceiling', title: t('tuning.ceiling'), isNumber: true, cell: ({ ceiling }) => share(ceiling) },
  ];
  if (report.items.length === 0) return null;
  return (
    <Part id="items">
      <DataTable
        caption={t('tuning.part.items')}
        columns={columns}
        rows={report.items}
        rowKey={({ key }) => key}
      />
    </Part>
  );
}

export function RedundantTable({ report }: OfReport) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure();
  const columns: readonly Column<Tuning['redundant'][number]>[] = [
    { key: 'first', title: t('tuning.first'), cell: ({ firstName }) => firstName },
    { key: 'second', title: t('tuning.second'), cell: ({ secondName }) => secondName },
    {
      key: 'correlation',
      title: t('tuning.correlation'),
      isNumber: true,
      cell: ({ correlation }) => figure(correlation),
    },
    {
      key: 'subjects',
      title: t('tuning.subjects'),
      isNumber: true,
      cell: ({ subjects }) => format.number(subjects),
    },
  ];
  if (report.redundant.length === 0) return null;
  return (
    <Part id="redundant">
      <DataTable
        caption={t('tuning.part.redundant')}
        columns={columns}
        rows={report.redundant}
        rowKey={({ firstKey, secondKey }) => `${firstKey} ${secondKey}`}
      />
    </Part>
  );
}

export function DriftTable({ report }: OfReport) {
  const { t } = useTranslation();
  const figure = useFigure();
  const columns: readonly Column<Tuning['drifts'][number]>[] = [
    { key: 'name', title: t('indicatorSystem.indicator'), cell: ({ name }) => name },
    { key: 'before', title: t('tuning.before'), isNumber: true, cell: ({ before }) => figure(before) },
    { key: 'after', title: t('tuning.after'), isNumber: true, cell: ({ after }) => figure(after) },
    { key: 'effect', title: t('tuning.effect'), isNumber: true, cell: ({ effect }) => figure(effect) },
  ];
  const known = report.drifts.filter(({ before }) => before !== null);
  if (known.length === 0) return null;
  return (
    <Part id="drifts">
      <DataTable caption={t('tuning.part.drifts')} columns={columns} rows={known} rowKey={({ key }) => key} />
    </Part>
  );
}
