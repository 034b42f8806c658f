import './styles/list-page.css';
import type { ComponentType, ReactNode } from 'react';
import { DataTable } from './data-table.js';
import { ExportButton } from './export-button.js';
import { FindField } from './find-field.js';
import { lazyPart } from './lazy-part.js';
import type { ListContent } from './list-parts.js';
import { PageHead } from './page-head.js';
import { PagedList } from './paged-list.js';

interface ListPageProps<Item> extends ListContent<Item> {
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
}

type DeskProps<Item> = ListContent<Item> & {
  readonly table: NonNullable<ListContent<Item>['table']>;
  /** What stands there until the tools have come. */
  readonly meanwhile: ReactNode;
};

const ListDesk = lazyPart('ListDesk', () => import('./list-desk.js'), { rows: 0, texts: ['listDesk'] });

/** A page that is a list: title, one search with its button, filters that apply as they are chosen, and the items page by page. */
export function ListPage<Item>({
  back,
  tabs,
  actions,
  intro,
  search,
  filters,
  ...content
}: ListPageProps<Item>) {
  const { title, list, exported } = content;
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
          {search !== undefined && <FindField key={search.value} {...search} />}
          {filters}
        </div>
      )}
      <ListItems {...content} />
    </>
  );
}

/** The items at once, and the tools to work through them once the page stands: these are no part of its first load. */
export function ListItems<Item>(content: ListContent<Item>) {
  const { title, list, empty, table, children } = content;
  const plain = (
    <PagedList list={list} empty={empty}>
      {(items) => children?.(items) ?? (table && <DataTable caption={title} rows={items} {...table} />)}
    </PagedList>
  );
  if (table === undefined) return plain;
  // A part that comes later is of no type of items.
  const Desk = ListDesk as unknown as ComponentType<DeskProps<Item>>;
  return <Desk {...content} table={table} meanwhile={plain} />;
}
