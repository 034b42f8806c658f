import './styles/list-page.css';
import type { ReactNode } from 'react';
import type { usePages } from '../api/use-read.js';
import { type Column, DataTable } from './data-table.js';
import { ExportButton } from './export-button.js';
import type { ExportColumn } from './export-column.js';
import { FindField } from './find-field.js';
import { PageHead } from './page-head.js';
import { PagedList } from './paged-list.js';

type List<Item> = ReturnType<typeof usePages<Item>>;

interface Table<Item> {
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
}

interface ListPageProps<Item> {
  readonly title: string;
  /** The list or the thing that this page belongs to. */
  readonly back?: string;
  /** Tabs of the area, above the title. */
  readonly tabs?: ReactNode;
  /** What can be done here: buttons and links beside the title. */
  readonly actions?: ReactNode;
  /** Between the title and the filters: a hint, a form that has been opened. */
  readonly intro?: ReactNode;
  /** Finds by name; `value` is what is looked for now. */
  readonly search?: {
    readonly label: string;
    readonly value: string;
    readonly onFind: (text: string) => void;
  };
  readonly filters?: ReactNode;
  /** Of `useList`. */
  readonly list: List<Item>;
  /** What there is to say and to do where the list is empty. */
  readonly empty: { readonly text: string; readonly action?: ReactNode };
  /** The items as a table, or as `children` shows them. */
  readonly table?: Table<Item>;
  readonly children?: (items: readonly Item[]) => ReactNode;
  /** The whole list as it is filtered, as a file of this name without ending. */
  readonly exported?: { readonly name: string; readonly columns: readonly ExportColumn<Item>[] };
}

/** A page that is a list: title, search, filters, the items page by page, and all of them as a file. */
export function ListPage<Item>({
  title,
  back,
  tabs,
  actions,
  intro,
  search,
  filters,
  list,
  empty,
  table,
  children,
  exported,
}: ListPageProps<Item>) {
  const shown = (items: readonly Item[]): ReactNode =>
    table === undefined ? children?.(items) : <DataTable caption={title} rows={items} {...table} />;
  return (
    <>
      {tabs}
      <PageHead title={title} {...(back === undefined ? {} : { back })}>
        {actions}
        {exported !== undefined && (
          <ExportButton fileName={exported.name} columns={exported.columns} fetchPage={list.fetchPage} />
        )}
      </PageHead>
      {intro}
      {(search !== undefined || filters !== undefined) && (
        <div className="list-filters">
          {filters}
          {search !== undefined && <FindField key={search.value} {...search} />}
        </div>
      )}
      <PagedList list={list} empty={empty}>
        {shown}
      </PagedList>
    </>
  );
}
