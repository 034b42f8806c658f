import '../../../kit/styles/resource.css';
import '../../../kit/styles/stock.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Resource } from '../resource/resource-filters.js';
import { useResource } from '../resource/use-resource.js';
import { LabelsButton } from './labels-button.js';
import { type Piece, type PieceState, pieceStates } from './piece.model.js';
import { PieceLine } from './piece-line.js';

const AddPiecesForm = lazyPart('AddPiecesForm', () => import('./add-pieces-form.js'));

/** The pieces of a resource, for its keeper: where each is, who has it, and its condition. */
export function PiecesPage() {
  const { resourceId = '' } = useParams();
  const resource = useResource(resourceId);
  return <Loaded query={resource}>{(data) => <Pieces key={data.id} resource={data} />}</Loaded>;
}

interface PieceFilters {
  readonly q?: string;
  readonly state?: PieceState;
}

function Pieces({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (chosen: PieceFilters): void => setSearch(searchOf(chosen));
  const [isAdding, setIsAdding] = useState(false);
  const isFiltered = filters.q !== undefined || filters.state !== undefined;
  const title = t('stock.piece.of', { title: resource.title });
  return (
    <ListPage
      title={title}
      back={`/resources/${resource.id}`}
      actions={<LabelsButton resource={resource} />}
      intro={
        <>
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
        </>
      }
      search={{
        label: t('stock.piece.search'),
        value: filters.q ?? '',
        onFind: (text) => change(withFilter(filters, 'q', text)),
      }}
      filters={
        <Choice<PieceState>
          value={filters.state}
          label={t('stock.piece.stateFilter')}
          options={[
            { value: '', label: t('stock.piece.everyState') },
            ...pieceStates.map((value) => ({ value, label: t(`stock.piece.states.${value}`) })),
          ]}
          onChange={(state) => change(withFilter(filters, 'state', state))}
        />
      }
      list={useList('piece', '/resources/{resourceId}/pieces', { resourceId: resource.id, ...filters })}
      empty={{ text: t(isFiltered ? 'stock.piece.emptyFiltered' : 'stock.piece.empty') }}
      exported={{ name: title, columns: useExportColumns() }}
    >
      {(items) => (
        <ul className="plain-list lines">
          {items.map((piece) => (
            <PieceLine key={piece.id} piece={piece} resource={resource} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function useExportColumns(): ExportColumn<Piece>[] {
  const { t } = useTranslation();
  return [
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
  ];
}

function filtersOf(search: URLSearchParams): PieceFilters {
  const q = search.get('q')?.trim() ?? '';
  const state = pieceStates.find((one) => one === search.get('state'));
  return { ...(q === '' ? {} : { q }), ...(state === undefined ? {} : { state }) };
}
