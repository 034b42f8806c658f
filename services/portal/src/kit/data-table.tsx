import './data-table.css';
import type { ReactNode } from 'react';
import type { OrderValue } from './list-order.model.js';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and money stand right. */
  readonly isNumber?: boolean;
  /** What the rows of a `ListPage` can be put in order by. */
  readonly order?: (row: Row) => OrderValue;
  /** What stands above it in place of its title, as a button that puts the rows in order. */
  readonly head?: ReactNode;
  readonly sorted?: 'ascending' | 'descending';
}

interface DataTableProps<Row> {
  /** Read aloud before the table; hidden from the eye. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table on a desktop; on a phone each row is a card whose lines carry the names of the columns. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  const classOf = (column: Column<Row>): string | undefined => (column.isNumber ? 'is-number' : undefined);
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)} aria-sort={column.sorted}>
              {column.head ?? column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} data-label={column.title} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
