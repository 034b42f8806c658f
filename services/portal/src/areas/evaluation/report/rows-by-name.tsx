import '../../../kit/styles/section-head.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { Input } from '../../../kit/input.js';

interface RowsByNameProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** What else decides on the rows, before the search. */
  readonly filters?: ReactNode;
  readonly exported: { readonly name: string; readonly columns: readonly ExportColumn<Row>[] };
}

/** Fewer rows are seen at a glance. */
const foundFrom = 8;

/** A table of figures, whose rows are found by name and taken along as a file. */
export function RowsByName<Row>(props: RowsByNameProps<Row>) {
  const { title, rows, rowKey, nameOf, columns, filters, exported } = props;
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const found = rows.filter((row) => nameOf(row).toLowerCase().includes(q.trim().toLowerCase()));
  return (
    <>
      <div className="section-head">
        {filters}
        {rows.length >= foundFrom && (
          <Input
            type="search"
            value={q}
            maxLength={200}
            aria-label={t('report.find')}
            placeholder={t('report.find')}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
        <ExportButton<Row>
          fileName={exported.name}
          columns={exported.columns}
          fetchPage={() => Promise.resolve({ items: found, nextCursor: null })}
        />
      </div>
      {found.length === 0 ? (
        <p className="hint">{t('common.nothingFound')}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={found} rowKey={rowKey} />
      )}
    </>
  );
}
