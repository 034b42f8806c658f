import './list-desk.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ListCount } from '../api/use-read.js';
import { type Column, DataTable } from './data-table.js';
import { ListBulk } from './list-bulk.js';
import { ListDeskBar } from './list-desk-bar.js';
import type { Display, ListLook } from './list-look.model.js';
import { inOrder, nextOrder, type Order, orderOf, wordOf } from './list-order.model.js';
import type { List, ListContent, ListTable } from './list-parts.js';
import { PagedList } from './paged-list.js';
import { ErrorState } from './states.js';
import { useListLook } from './use-list-look.js';
import { useWholeList, wholeMax } from './use-whole-list.js';

const choiceKey = 'chosen';

type ListDeskProps<Item> = ListContent<Item> & { readonly table: ListTable<Item> };

/** Where somebody works through a list: puts it in order, chooses its columns and its look, keeps views, and acts on several rows. */
export function ListDesk<Item>(props: ListDeskProps<Item>) {
  const { list, table, children, empty, commands = [], chips = [] } = props;
  const { order, setOrder } = useOrder(table.columns);
  const { look, setLook } = useListLook();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { rows, isWhole, notice } = useOrdered(props, order);
  const display = displayOf(look, children !== undefined);
  const canChoose = display !== 'cards' && (commands.length > 0 || props.exported !== undefined);
  const columns = [
    ...(canChoose ? [choiceColumn({ rows, table, chosen, onChoose: setChosen })] : []),
    ...columnsIn(table, look).map((column) => withHead(column, order, setOrder)),
  ];
  return (
    <>
      <ListDeskBar
        count={list.items === undefined ? null : rows.length}
        total={isWhole ? wholeOf(rows) : totalOf(list)}
        columns={table.columns}
        chips={chips}
        hasCards={children !== undefined}
        order={order}
        onOrder={setOrder}
        look={{ ...look, display }}
        onLook={setLook}
      />
      {notice}
      <PagedList list={isWhole ? { ...list, hasNextPage: false } : list} empty={empty}>
        {() =>
          display === 'cards' ? children?.(rows) : <Table {...props} {...{ rows, columns, display }} />
        }
      </PagedList>
      {canChoose && (
        <ListBulk
          rows={rows.filter((row) => chosen.has(table.rowKey(row)))}
          table={table}
          commands={commands}
          exported={props.exported}
          onChosen={setChosen}
        />
      )}
    </>
  );
}

/** As somebody has chosen; before that as cards, where the list has them. */
function displayOf({ display }: ListLook, hasCards: boolean): Display {
  if (hasCards) return display ?? 'cards';
  return display === 'compact' ? 'compact' : 'table';
}

/** How many there are; null where more may come and the platform does not say how many. */
function totalOf<Item>({ items = [], hasNextPage, count }: List<Item>): ListCount | null {
  return hasNextPage ? count : wholeOf(items);
}

function wholeOf(rows: readonly unknown[]): ListCount {
  return { value: rows.length, atLeast: false };
}

function columnsIn<Item>({ columns }: ListTable<Item>, { hidden }: ListLook): readonly Column<Item>[] {
  return columns.filter(({ key }, index) => index === 0 || !hidden.includes(key));
}

interface TableProps<Item> extends Pick<ListDeskProps<Item>, 'title' | 'table'> {
  readonly rows: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly display: Display;
}

function Table<Item>({ title, table, rows, columns, display }: TableProps<Item>) {
  return (
    <div
      className={[display === 'compact' && 'is-compact', columns[0]?.key === choiceKey && 'can-choose']
        .filter(Boolean)
        .join(' ')}
    >
      <DataTable caption={title} rows={rows} rowKey={table.rowKey} columns={columns} />
    </div>
  );
}

function useOrder<Item>(columns: readonly Column<Item>[]) {
  const [search, setSearch] = useSearchParams();
  const keys = columns.filter(({ order }) => order !== undefined).map(({ key }) => key);
  const order = orderOf(search.get('by'), keys);
  const setOrder = (next: Order | null): void =>
    setSearch((before) => {
      const changed = new URLSearchParams(before);
      if (next === null) changed.delete('by');
      else changed.set('by', wordOf(next));
      return changed;
    });
  return { order, setOrder };
}

/** The rows in the order that is wanted, which is that of the whole list or none. */
function useOrdered<Item>({ list, table }: ListDeskProps<Item>, order: Order | null) {
  const { t, i18n } = useTranslation();
  const isServed = order !== null && (table.served ?? []).includes(order.key);
  const isWanted = order !== null && !isServed && list.hasNextPage;
  const whole = useWholeList(list.queryKey, list.fetchPage, isWanted);
  const valueOf = table.columns.find(({ key }) => key === order?.key)?.order;
  const all = isWanted ? whole.data : undefined;
  const isWhole = all !== undefined && !all.isCut;
  const inWantedOrder = (loaded: readonly Item[]): readonly Item[] => {
    if (order === null || isServed || valueOf === undefined || (isWanted && !isWhole)) return loaded;
    return inOrder(isWhole ? all.items : loaded, valueOf, order, i18n.language);
  };
  const notice = (): ReactNode => {
    if (!isWanted || isWhole) return null;
    if (all?.isCut) return <p role="status">{t('listDesk.tooMany', { count: wholeMax })}</p>;
    if (whole.error !== null) return <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />;
    return <p role="status">{t('listDesk.readingAll')}</p>;
  };
  return { rows: inWantedOrder(list.items ?? []), isWhole, notice: notice() };
}

function withHead<Item>(
  column: Column<Item>,
  order: Order | null,
  onOrder: (order: Order | null) => void,
): Column<Item> {
  if (column.order === undefined) return column;
  const isBy = order?.key === column.key;
  return {
    ...column,
    head: <SortHead title={column.title} onPress={() => onOrder(nextOrder(order, column.key))} />,
    ...(isBy ? { sorted: order.isDown ? 'descending' : 'ascending' } : {}),
  };
}

function SortHead({ title, onPress }: { readonly title: string; readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="sort-head"
      aria-label={t('listDesk.sortBy', { column: title })}
      onClick={onPress}
    >
      {title}
    </button>
  );
}

interface ChoiceProps<Item> {
  readonly rows: readonly Item[];
  readonly table: ListTable<Item>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function choiceColumn<Item>({ rows, table, chosen, onChoose }: ChoiceProps<Item>): Column<Item> {
  const { rowKey, rowName = rowKey } = table;
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)));
  const turn = (id: string): void =>
    onChoose(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  return {
    key: choiceKey,
    title: '',
    head: <ChooseAll isAll={isAll} onTurn={() => onChoose(new Set(isAll ? [] : rows.map(rowKey)))} />,
    cell: (row) => (
      <ChooseOne name={rowName(row)} isChosen={chosen.has(rowKey(row))} onTurn={() => turn(rowKey(row))} />
    ),
  };
}

function ChooseAll({ isAll, onTurn }: { readonly isAll: boolean; readonly onTurn: () => void }) {
  const { t } = useTranslation();
  return (
    <label className="choose-row">
      <input type="checkbox" checked={isAll} onChange={onTurn} aria-label={t('listDesk.chooseAll')} />
    </label>
  );
}

interface ChooseOneProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onTurn: () => void;
}

function ChooseOne({ name, isChosen, onTurn }: ChooseOneProps) {
  const { t } = useTranslation();
  return (
    <label className="choose-row">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onTurn}
        aria-label={t('listDesk.chooseOne', { name })}
      />
    </label>
  );
}
