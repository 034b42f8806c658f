import '../../../kit/styles/resource.css';
import '../../../kit/styles/stock.css';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { Input } from '../../../kit/input.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Resource } from '../resource/resource-filters.js';
import { useResource } from '../resource/use-resource.js';
import { LabelsButton } from './labels-button.js';
import { PieceLine } from './piece-line.js';
import { fetchPieces, type PieceFilters, type PieceState, pieceStates, usePieces } from './use-stock.js';

const AddPiecesForm = lazyPart('AddPiecesForm', () => import('./add-pieces-form.js'));

/** The pieces of a resource, for whoever keeps it: where each is, in whose hand, and how it is. */
export function PiecesPage() {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{(data) => <Pieces key={data.id} resource={data} />}</Loaded>;
}

function Pieces({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const pieces = usePieces(resource.id, filters);
  const [isAdding, setIsAdding] = useState(false);
  const isFiltered = filters.q !== undefined || filters.state !== undefined;
  return (
    <>
      <PageHead title={t('stock.piece.of', { title: resource.title })} back={`/resources/${resource.id}`}>
        <LabelsButton resource={resource} />
        <ExportPieces resource={resource} filters={filters} />
      </PageHead>
      <Filters key={filters.q ?? ''} filters={filters} onChange={(next) => setSearch(searchOf(next))} />
      <Preload part={AddPiecesForm} />
      {isAdding ? (
        <AddPiecesForm resource={resource} onDone={() => setIsAdding(false)} />
      ) : (
        <p>
          <Button type="primary" onClick={() => setIsAdding(true)}>
            {t('stock.piece.add')}
          </Button>
        </p>
      )}
      <PagedList
        list={pieces}
        empty={{ text: t(isFiltered ? 'stock.piece.emptyFiltered' : 'stock.piece.empty') }}
      >
        {(items) => (
          <ul className="plain-list lines">
            {items.map((piece) => (
              <PieceLine key={piece.id} piece={piece} resource={resource} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

interface FiltersProps {
  readonly filters: PieceFilters;
  readonly onChange: (filters: PieceFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const { state } = filters;
  const said = text.trim();
  const withText = { ...(said === '' ? {} : { q: said }), ...(state === undefined ? {} : { state }) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <form role="search" onSubmit={submit} className="resource-filters">
      <Input
        type="search"
        value={text}
        maxLength={50}
        aria-label={t('stock.piece.search')}
        placeholder={t('stock.piece.search')}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice<PieceState>
        value={state}
        label={t('stock.piece.stateFilter')}
        options={[
          { value: '', label: t('stock.piece.everyState') },
          ...pieceStates.map((value) => ({ value, label: t(`stock.piece.states.${value}`) })),
        ]}
        onChange={(value) =>
          onChange({ ...(said === '' ? {} : { q: said }), ...(value ? { state: value } : {}) })
        }
      />
    </form>
  );
}

function ExportPieces({
  resource,
  filters,
}: {
  readonly resource: Resource;
  readonly filters: PieceFilters;
}) {
  const { t } = useTranslation();
  return (
    <ExportButton
      fileName={t('stock.piece.of', { title: resource.title })}
      fetchPage={fetchPieces(resource.id, filters)}
      columns={[
        { title: t('stock.piece.prefix'), text: ({ label }) => label },
        { title: t('stock.piece.code'), text: ({ code }) => code },
        { title: t('stock.piece.serial'), text: ({ serial }) => serial ?? '' },
        { title: t('stock.piece.stateFilter'), text: ({ state }) => t(`stock.piece.states.${state}`) },
        {
          title: t('stock.piece.condition'),
          text: ({ condition }) => t(`stock.piece.conditions.${condition}`),
        },
        { title: t('stock.piece.place'), text: ({ place }) => place ?? '' },
        { title: t('stock.piece.note'), text: ({ note }) => note ?? '' },
      ]}
    />
  );
}

function filtersOf(search: URLSearchParams): PieceFilters {
  const q = search.get('q')?.trim() ?? '';
  const state = pieceStates.find((one) => one === search.get('state'));
  return { ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }) };
}

function searchOf({ q, state }: PieceFilters): URLSearchParams {
  return new URLSearchParams({
    ...(q === undefined ? {} : { q }),
    ...(state === undefined ? {} : { state }),
  });
}
