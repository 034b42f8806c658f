import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { circleFiltersOf, type CircleListView, circleQueryOf } from './circle.model.js';
import { CircleCard } from './circle-card.js';
import '../../../kit/styles/circle.css';

/** Circles that the reader may join or is in; for officers also those that they moderate. */
export function CircleListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = circleFiltersOf(search);
  const views: readonly CircleListView[] = isOfficer ? ['mine', 'moderated'] : ['mine'];
  const isMine = filters.view === 'mine';
  return (
    <ListPage
      title={t('app.page.circles')}
      actions={isOfficer && <ButtonLink to="/circles/new">{t('circle.found')}</ButtonLink>}
      search={{
        label: t('circle.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        <Choice<CircleListView>
          label={t('circle.show')}
          {...(filters.view === undefined ? {} : { value: filters.view })}
          options={[
            { value: '', label: t('circle.forMe') },
            ...views.map((value) => ({ value, label: t(`circle.view.${value}`) })),
          ]}
          onChange={(view) => setSearch(searchOf(withFilter(filters, 'view', view)))}
        />
      }
      list={useList('circle', '/circles', circleQueryOf(filters))}
      empty={{
        text: t(filters.q !== undefined ? 'circle.noneFound' : isMine ? 'circle.noneMine' : 'circle.none'),
      }}
    >
      {(circles) => (
        <ul className="card-list circle-list">
          {circles.map((circle) => (
            <CircleCard key={circle.id} circle={circle} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
