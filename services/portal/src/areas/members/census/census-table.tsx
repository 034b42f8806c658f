import '../../../kit/styles/section-head.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { EmptyState } from '../../../kit/states.js';
import type { Census } from './census-page.js';
import { useCountText, useValueText } from './use-count-text.js';

type Row = Census['rows'][number];

interface CensusTableProps {
  readonly census: Census;
  /** By what it counts. */
  readonly children?: ReactNode;
}

/** The unions directly below, each with its numbers and the way down to it; last those who belong to none of them. */
export function CensusTable({ census: { by, rows: counted, rowsLeftOut }, children }: CensusTableProps) {
  const rows = counted.toSorted((one, other) => Number(one.isItself) - Number(other.isItself));
  const { t } = useTranslation();
  const countText = useCountText();
  const valueText = useValueText();
  if (rows.length === 0)
    return (
      <EmptyState text={t('census.noRows')}>
        <Link to="/members">{t('census.toMembers')}</Link>
      </EmptyState>
    );
  const values = rows[0]?.values.map(({ value }) => value) ?? [];
  const numberOf = (row: Row, value: string): number | null =>
    row.values.find((one) => one.value === value)?.members ?? null;
  const nameOf = (row: Row): string => (row.isItself ? t('census.itself') : row.unionName);
  const title = t('census.byUnionOf', { by: t(`census.dimension.${by}`) });
  return (
    <section className="card" aria-labelledby="by-union-title">
      <div className="section-head">
        <h2 id="by-union-title">{t('census.byUnion')}</h2>
        <div className="actions">
          {children}
          <ExportButton
            fileName={title}
            columns={[
              { title: t('census.union'), text: nameOf },
              { title: t('census.members'), kind: 'count', text: ({ members }) => plain(members) },
              ...values.map((value) => ({
                title: valueText(by, value),
                kind: 'count' as const,
                text: (row: Row) => plain(numberOf(row, value)),
              })),
            ]}
            fetchPage={() => Promise.resolve({ items: rows, nextCursor: null })}
          />
        </div>
      </div>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ unionId }) => unionId}
        columns={[
          {
            key: 'union',
            title: t('census.union'),
            cell: (row) =>
              row.isItself ? nameOf(row) : <Link to={`?union=${row.unionId}&by=${by}`}>{nameOf(row)}</Link>,
          },
          {
            key: 'members',
            title: t('census.members'),
            isNumber: true,
            cell: ({ members }) => countText(members),
          },
          ...values.map((value) => ({
            key: value,
            title: valueText(by, value),
            isNumber: true,
            cell: (row: Row) => countText(numberOf(row, value)),
          })),
        ]}
      />
      {rowsLeftOut > 0 && <p className="hint">{t('census.rowsLeftOut', { count: rows.length })}</p>}
    </section>
  );
}

/** Empty in a file where it is not shown. */
function plain(members: number | null): string {
  return members === null ? '' : String(members);
}
