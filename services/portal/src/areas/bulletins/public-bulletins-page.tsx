import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../api/use-read.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import { BulletinList } from './bulletin-card.js';
import { isNarrowed, publicFiltersOf } from './bulletin-filters.js';
import { ReviewFigures } from './review/review-figures.js';
import { TopicChoices } from './topic-choices.js';

/** What is for anybody, and the address of its feed. */
export function PublicBulletinsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = publicFiltersOf(search);
  return (
    <ListPage
      title={t('bulletin.publicTitle')}
      back="/"
      actions={<a href="/public/bulletins.atom">{t('bulletin.feed')}</a>}
      search={{
        label: t('bulletin.find'),
        value: filters.q ?? '',
        onFind: (text) => setSearch(searchOf(withFilter(filters, 'q', text === '' ? undefined : text))),
      }}
      filters={<TopicChoices filters={filters} onChange={(chosen) => setSearch(searchOf(chosen))} />}
      list={useList('bulletin', '/public/bulletins', filters)}
      empty={{ text: t(isNarrowed(filters) ? 'bulletin.noneFound' : 'bulletin.none') }}
    >
      {(bulletins) => (
        <>
          <BulletinList bulletins={bulletins} />
          <ReviewFigures />
        </>
      )}
    </ListPage>
  );
}
