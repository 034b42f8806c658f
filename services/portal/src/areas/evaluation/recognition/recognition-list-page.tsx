import '../../../kit/styles/ranking.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf, withoutBlanks } from '../../../kit/filters.model.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { subjectKinds } from '../ranking/ranking-filters.js';
import { RecognitionCard } from './recognition-card.js';
import {
  filtersOf,
  type Recognition,
  type RecognitionFilters,
  recognitionPages,
  recognitionStates,
  useRecognitions,
} from './use-recognitions.js';

/** What rankings that count were good for. */
export function RecognitionListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const list = useRecognitions(filters);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <AreaTabs area="evaluation" />
      <PageHead title={t('app.page.recognitions')} />
      <p className="hint">{t('recognition.hint')}</p>
      <p>
        <Link to="/recognitions/verify">{t('recognition.verify')}</Link>
      </p>
      <Filters filters={filters} onChange={(changed) => setSearch(searchOf(changed))} />
      <PagedList list={list} empty={{ text: t(isFiltered ? 'common.nothingFound' : 'recognition.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((one) => (
              <li key={one.id} className="card">
                <RecognitionCard recognition={one} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <Export filters={filters} />
    </>
  );
}

interface FiltersProps {
  readonly filters: RecognitionFilters;
  readonly onChange: (filters: RecognitionFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filters.q ?? '');
  const change = (changed: {
    readonly [Name in keyof RecognitionFilters]?: RecognitionFilters[Name] | undefined;
  }): void => onChange(withoutBlanks<RecognitionFilters>({ ...filters, ...changed }));
  return (
    <form
      className="ranking-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: typed });
      }}
    >
      <Input
        allowClear
        maxLength={200}
        value={typed}
        aria-label={t('recognition.search')}
        placeholder={t('recognition.search')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => change({ q: typed })}
      />
      <Choice
        label={t('rankingLife.subjectKind')}
        value={filters.subjectKind}
        options={[
          { value: '' as const, label: t('rankingLife.allKinds') },
          ...subjectKinds.map((value) => ({ value, label: t(`rankingLife.kinds.${value}`) })),
        ]}
        onChange={(subjectKind) => change({ subjectKind })}
      />
      <Choice
        label={t('rankingLife.state')}
        value={filters.state}
        options={[
          { value: '' as const, label: t('rankingLife.allStates') },
          ...recognitionStates.map((value) => ({ value, label: t(`recognition.states.${value}`) })),
        ]}
        onChange={(state) => change({ state })}
      />
    </form>
  );
}

function Export({ filters }: Pick<FiltersProps, 'filters'>) {
  const { t } = useTranslation();
  const columns = [
    { title: t('recognition.title'), text: ({ title }: Recognition) => title },
    { title: t('recognition.level'), text: ({ level }: Recognition) => level },
    { title: t('recognition.year'), text: ({ year }: Recognition) => String(year) },
    {
      title: t('rankingLife.subjectKind'),
      text: (one: Recognition) => t(`rankingLife.kinds.${one.subjectKind}`),
    },
    { title: t('rankingLife.name'), text: ({ subjectName }: Recognition) => subjectName },
    { title: t('rankingLife.state'), text: ({ state }: Recognition) => t(`recognition.states.${state}`) },
    { title: t('recognition.code'), text: ({ code }: Recognition) => code },
  ];
  return (
    <div className="actions">
      <ExportButton
        fileName={t('app.page.recognitions')}
        columns={columns}
        fetchPage={recognitionPages(filters)}
      />
    </div>
  );
}
