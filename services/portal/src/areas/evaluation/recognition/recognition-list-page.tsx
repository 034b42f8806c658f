import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { subjectKinds } from '../score/score.model.js';
import { RecognitionCard } from './recognition-card.js';
import {
  filtersOf,
  type Recognition,
  type RecognitionFilters,
  recognitionStates,
} from './recognition.model.js';

/** What was granted by rankings that count. */
export function RecognitionListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: RecognitionFilters): void => setSearch(searchOf(changed));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.recognitions')}
      intro={
        <>
          <p className="hint">{t('recognition.hint')}</p>
          <p>
            <Link to="/recognitions/verify">{t('recognition.verify')}</Link>
          </p>
        </>
      }
      filters={<Filters filters={filters} onChange={change} />}
      search={{
        label: t('recognition.search'),
        value: filters.q ?? '',
        onFind: (q) => change(withFilter(filters, 'q', q)),
      }}
      list={useList('recognition', '/recognitions', filters)}
      empty={{ text: t(isFiltered ? 'common.nothingFound' : 'recognition.none') }}
      exported={{ name: t('app.page.recognitions'), columns: useExportColumns() }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((one) => (
            <li key={one.id} className="card">
              <RecognitionCard recognition={one} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

interface FiltersProps {
  readonly filters: RecognitionFilters;
  readonly onChange: (filters: RecognitionFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('rankingLife.subjectKind')}
        value={filters.subjectKind}
        options={[
          { value: '' as const, label: t('rankingLife.allKinds') },
          ...subjectKinds.map((value) => ({ value, label: t(`rankingLife.kinds.${value}`) })),
        ]}
        onChange={(kind) => onChange(withFilter(filters, 'subjectKind', kind))}
      />
      <Choice
        label={t('rankingLife.state')}
        value={filters.state}
        options={[
          { value: '' as const, label: t('rankingLife.allStates') },
          ...recognitionStates.map((value) => ({ value, label: t(`recognition.states.${value}`) })),
        ]}
        onChange={(state) => onChange(withFilter(filters, 'state', state))}
      />
    </>
  );
}

function useExportColumns(): readonly ExportColumn<Recognition>[] {
  const { t } = useTranslation();
  return [
    { title: t('recognition.title'), text: ({ title }) => title },
    { title: t('recognition.level'), text: ({ level }) => level },
    { title: t('recognition.year'), text: ({ year }) => String(year) },
    { title: t('rankingLife.subjectKind'), text: ({ subjectKind }) => t(`rankingLife.kinds.${subjectKind}`) },
    { title: t('rankingLife.name'), text: ({ subjectName }) => subjectName },
    { title: t('rankingLife.state'), text: ({ state }) => t(`recognition.states.${state}`) },
    { title: t('recognition.code'), text: ({ code }) => code },
  ];
}
