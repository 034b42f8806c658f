import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { useVisitColumns } from './use-visit-columns.js';

const sides = ['visited', 'visitor'] as const;
type Side = (typeof sides)[number];

/** Visits to the reader, or those on which they went. */
export function MyVisitsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const side: Side = search.get('side') === 'visitor' ? 'visitor' : 'visited';
  return (
    <ListPage
      title={t('visit.mineTitle')}
      back="/my"
      intro={<p className="hint">{t(`visit.mineHint.${side}`)}</p>}
      filters={
        <Choice<Side>
          label={t('visit.sideLabel')}
          value={side}
          options={sides.map((value) => ({ value, label: t(`visit.side.${value}`) }))}
          onChange={(chosen) => setSearch(chosen === 'visitor' ? { side: chosen } : {})}
        />
      }
      list={useList('visit', '/me/visits', { side })}
      empty={{ text: t(`visit.noneMine.${side}`) }}
      table={{
        columns: useVisitColumns(side === 'visited' ? 'visited' : 'union'),
        rowKey: ({ id }) => id,
      }}
    />
  );
}
