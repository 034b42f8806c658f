import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ListCount } from '../api/use-read.js';
import { Choice } from './choice.js';
import type { Column } from './data-table.js';
import { Input } from './input.js';
import { type Display, displays, type ListLook, viewNameMax } from './list-look.model.js';
import { type Order, orderOf, wordOf } from './list-order.model.js';
import type { FilterChip } from './list-parts.js';
import { MenuFold } from './menu-fold.js';
import { useListViews } from './use-list-look.js';

/** Of a column, that which the tools above the list name. */
type Head = Pick<Column<never>, 'key' | 'title'> & { readonly order?: unknown };

interface ListDeskBarProps {
  /** null as long as it is not known. */
  readonly count: number | null;
  /** null where nobody has said. */
  readonly total: ListCount | null;
  readonly columns: readonly Head[];
  readonly chips: readonly FilterChip[];
  readonly hasCards: boolean;
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly look: ListLook;
  readonly onLook: (look: ListLook) => void;
}

/** The tools above a list. */
export function ListDeskBar(props: ListDeskBarProps) {
  const { count, total, chips, hasCards, look, onLook } = props;
  const { t } = useTranslation();
  const { views } = useListViews();
  // An empty list says so itself, and there is nothing to work with; a view that was kept may lead out of it.
  if (count === 0 && views.length === 0) return chips.length > 0 && <Chips chips={chips} />;
  return (
    <>
      {chips.length > 0 && <Chips chips={chips} />}
      <div className="list-desk" role="group" aria-label={t('listDesk.bar')}>
        <p role="status">{count !== null && <Shown count={count} total={total} />}</p>
        {count !== 0 && <OrderAndLook {...props} />}
        <div className={hasCards ? 'for-tables' : undefined}>
          <Views look={look} onLook={onLook} />
        </div>
      </div>
    </>
  );
}

function OrderAndLook(props: ListDeskBarProps) {
  const { columns, hasCards, look, onLook } = props;
  const { t } = useTranslation();
  const offered = displays.filter((one) => hasCards || one !== 'cards');
  return (
    <>
      <OrderChoice {...props} />
      <div className="for-tables">
        <Choice<Display>
          label={t('listDesk.display')}
          {...(look.display === null ? {} : { value: look.display })}
          options={offered.map((one) => ({ value: one, label: t(`listDesk.displayAs.${one}`) }))}
          onChange={(display) => onLook({ ...look, display: display ?? null })}
        />
      </div>
      {look.display !== 'cards' && (
        <div className="for-tables">
          <ColumnChoice columns={columns} look={look} onLook={onLook} />
        </div>
      )}
    </>
  );
}

/** How many rows are there, and of how many. */
function Shown({ count, total }: Pick<ListDeskBarProps, 'total'> & { readonly count: number }) {
  const { t } = useTranslation();
  // Whoever has loaded more than are counted knows more than the count.
  if (total === null || (total.atLeast && count >= total.value)) return t('listDesk.loaded', { count });
  const { value, atLeast } = total;
  if (value <= count) return t('listDesk.total', { count: value });
  return t(atLeast ? 'listDesk.partOfMore' : 'listDesk.part', { count, total: value });
}

function OrderChoice({ columns, order, onOrder }: ListDeskBarProps) {
  const { t } = useTranslation();
  const sortable = columns.filter((column) => column.order !== undefined);
  if (sortable.length === 0) return null;
  const keys = sortable.map(({ key }) => key);
  return (
    <Choice<string>
      label={t('listDesk.sort')}
      value={order === null ? '' : wordOf(order)}
      options={[
        { value: '', label: t('listDesk.sortNone') },
        ...sortable.flatMap(({ key, title }) => [
          { value: key, label: t('listDesk.sortUp', { column: title }) },
          { value: `-${key}`, label: t('listDesk.sortDown', { column: title }) },
        ]),
      ]}
      onChange={(word) => onOrder(orderOf(word ?? null, keys))}
    />
  );
}

interface LookProps {
  readonly look: ListLook;
  readonly onLook: (look: ListLook) => void;
}

function ColumnChoice({ columns, look, onLook }: LookProps & { readonly columns: readonly Head[] }) {
  const { t } = useTranslation();
  const [, ...optional] = columns;
  if (optional.length < 2) return null;
  const turn = (key: string): void =>
    onLook({
      ...look,
      hidden: look.hidden.includes(key) ? look.hidden.filter((one) => one !== key) : [...look.hidden, key],
    });
  return (
    <MenuFold label={t('listDesk.columns')}>
      {optional.map(({ key, title }) => (
        <label key={key}>
          <input type="checkbox" checked={!look.hidden.includes(key)} onChange={() => turn(key)} />
          {title}
        </label>
      ))}
    </MenuFold>
  );
}

/** The views that somebody has named, and a name for the present one. */
function Views({ look, onLook }: LookProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { views, save, drop } = useListViews();
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    save({ ...look, name: name.trim(), search: search.toString() });
    setName('');
  };
  return (
    <MenuFold label={t('listDesk.views')}>
      {views.map((view) => (
        <div key={view.name} className="view-line">
          <Button
            onClick={() => {
              onLook({ display: view.display, hidden: view.hidden });
              setSearch(view.search);
            }}
          >
            {view.name}
          </Button>
          <Button
            type="text"
            danger
            aria-label={t('listDesk.viewDrop', { name: view.name })}
            onClick={() => drop(view.name)}
          >
            ×
          </Button>
        </div>
      ))}
      <form className="view-form" onSubmit={submit}>
        <p className="hint">{t('listDesk.viewsHint')}</p>
        <Input
          value={name}
          maxLength={viewNameMax}
          autoComplete="off"
          aria-label={t('listDesk.viewName')}
          placeholder={t('listDesk.viewName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit">{t('listDesk.viewSave')}</Button>
      </form>
    </MenuFold>
  );
}

function Chips({ chips }: { readonly chips: readonly FilterChip[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const without = (names: readonly string[]): void => {
    const next = new URLSearchParams(search);
    for (const name of names) next.delete(name);
    setSearch(next);
  };
  return (
    <ul className="list-chips" aria-label={t('listDesk.chips')}>
      {chips.map(({ name, text }) => (
        <li key={name}>
          <Button aria-label={t('listDesk.chipDrop', { text })} onClick={() => without([name])}>
            {text} ×
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button type="link" onClick={() => without(chips.map(({ name }) => name))}>
            {t('listDesk.chipsDrop')}
          </Button>
        </li>
      )}
    </ul>
  );
}
