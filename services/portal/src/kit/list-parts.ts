import type { ReactNode } from 'react';
import type { usePages } from '../api/use-read.js';
import type { Column } from './data-table.js';
import type { ExportColumn } from './export-column.js';
import type { BulkCommand } from './use-bulk.js';

export type List<Item> = ReturnType<typeof usePages<Item>>;

export interface ListTable<Item> {
  /** The first is what a row is about, and always shown. */
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  /** Columns in whose order the platform answers, so that nobody needs to read the whole list: see {@link useServedOrder}. */
  readonly served?: readonly string[];
  /** What a row is called where it is chosen and where the list says what became of it. */
  readonly rowName?: (item: Item) => string;
}

/** A filter that is set, in words. */
export interface FilterChip {
  /** In the address. */
  readonly name: string;
  readonly text: string;
}

export interface EmptyText {
  readonly text: string;
  readonly action?: ReactNode;
}

export interface ListContent<Item> {
  readonly title: string;
  /** Of `useList`. */
  readonly list: List<Item>;
  /** What there is to say and to do where the list is empty. */
  readonly empty: EmptyText;
  /** The items as a table, with the columns that one can choose and put them in order by. */
  readonly table?: ListTable<Item>;
  /** The items as cards: what is shown first, where there is a table too. */
  readonly children?: (items: readonly Item[]) => ReactNode;
  /** The filters that are set. */
  readonly chips?: readonly FilterChip[];
  /** What can be done for several rows at once. */
  readonly commands?: readonly BulkCommand<Item>[];
  /** The whole list as it is filtered, as a file of this name without ending. */
  readonly exported?: { readonly name: string; readonly columns: readonly ExportColumn<Item>[] };
}
