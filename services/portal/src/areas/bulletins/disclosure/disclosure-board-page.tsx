import '../../../kit/styles/list-page.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ExportButton } from '../../../kit/export-button.js';
import { ListItems } from '../../../kit/list-page.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { thisYear } from '../../../session/year-choice.js';
import {
  type BoardFilter,
  boardFilterOf,
  boardFilters,
  type BoardLine,
  disclosureYearOf,
} from './disclosure.model.js';
import { DisclosureYear } from './disclosure-year.js';

/** How a union and those below it stand with what they have to disclose in a year. */
export function DisclosureBoardPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [first] = useOffices().unionIdsOf('officer', 'auditor');
  const unionId = search.get('union') ?? first;
  const year = disclosureYearOf(search, thisYear());
  const only = boardFilterOf(search);
  const look = (name: string, value: string | undefined): void => {
    const changed = new URLSearchParams(search);
    if (value === undefined) changed.delete(name);
    else changed.set(name, value);
    setSearch(changed);
  };
  return (
    <>
      <PageHead title={t('disclosureItem.board')} back="/disclosure-items">
        {unionId !== undefined && <BoardExport unionId={unionId} year={year} only={only} />}
      </PageHead>
      <p className="hint">{t('disclosureItem.boardHint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('disclosureItem.union')}
          roles={['officer', 'auditor']}
          none={t('disclosureItem.chooseUnion')}
          onChange={(chosen) => look('union', chosen)}
          {...(unionId === undefined ? {} : { value: unionId })}
        />
        <DisclosureYear year={year} onChange={(chosen) => look('year', chosen)} />
        <Choice<BoardFilter>
          label={t('disclosureItem.show')}
          {...(only === undefined ? {} : { value: only })}
          options={[
            { value: '', label: t('disclosureItem.all') },
            ...boardFilters.map((value) => ({ value, label: t(`disclosureItem.only.${value}`) })),
          ]}
          onChange={(chosen) => look('only', chosen)}
        />
      </div>
      {unionId === undefined ? (
        <EmptyState text={t('disclosureItem.chooseUnion')} />
      ) : (
        <Board unionId={unionId} year={year} only={only} />
      )}
    </>
  );
}

interface BoardProps {
  readonly unionId: string;
  readonly year: string;
  readonly only: BoardFilter | undefined;
}

function useBoard({ unionId, year, only }: BoardProps) {
  return useList('disclosureItem', '/disclosure-board', {
    unionId,
    year: Number(year),
    ...(only === undefined ? {} : { only }),
  });
}

function Board(props: BoardProps) {
  const { t } = useTranslation();
  const columns = useColumns(props.year);
  return (
    <ListItems
      title={t('disclosureItem.board')}
      list={useBoard(props)}
      empty={{ text: t('disclosureItem.boardNone') }}
      table={{ columns, rowKey: (line) => line.unionId, rowName: ({ unionName }) => unionName }}
    />
  );
}

function BoardExport(props: BoardProps) {
  const { t } = useTranslation();
  return (
    <ExportButton
      fileName={`${t('disclosureItem.board')} ${props.year}`}
      columns={useExportColumns()}
      fetchPage={useBoard(props).fetchPage}
    />
  );
}

const figures = ['items', 'owed', 'met', 'metLate', 'missing'] as const;

function useColumns(year: string): readonly Column<BoardLine>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  return [
    {
      key: 'union',
      title: t('disclosureItem.union'),
      cell: ({ unionId, unionName }) => (
        <Link to={`/disclosure-items/${unionId}?year=${year}`}>{unionName}</Link>
      ),
    },
    ...figures.map((key): Column<BoardLine> => ({
      key,
      title: t(`disclosureItem.${key}`),
      isNumber: true,
      cell: (line) => number(line[key]),
    })),
  ];
}

function useExportColumns(): readonly ExportColumn<BoardLine>[] {
  const { t } = useTranslation();
  return [
    { title: t('disclosureItem.union'), text: ({ unionName }) => unionName },
    ...figures.map((key): ExportColumn<BoardLine> => ({
      title: t(`disclosureItem.${key}`),
      text: (line) => String(line[key]),
      kind: 'count',
    })),
  ];
}
