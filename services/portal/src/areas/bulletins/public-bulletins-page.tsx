import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../api/use-read.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import { bulletinFiltersOf } from './bulletin.model.js';
import { BulletinList } from './bulletin-card.js';
import { KindChoice } from './kind-choice.js';
import { ReviewFigures } from './review/review-figures.js';

/** What is for anybody, and the address of its feed. */
export function PublicBulletinsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { kind, q } = bulletinFiltersOf(search);
  const filters = { ...(kind === undefined ? {} : { kind }), ...(q === undefined ? {} : { q }) };
  const isFiltered = kind !== undefined || q !== undefined;
  return (
    <ListPage
      title={t('bulletin.publicTitle')}
      back="/"
      actions={<a href="/public/bulletins.atom">{t('bulletin.feed')}</a>}
      search={{
        label: t('bulletin.find'),
        value: q ?? '',
        onFind: (text) => setSearch(searchOf(withFilter(filters, 'q', text === '' ? undefined : text))),
      }}
      filters={
        <KindChoice
          value={kind}
          onChange={(chosen) => setSearch(searchOf(withFilter(filters, 'kind', chosen)))}
        />
      }
      list={useList('bulletin', '/public/bulletins', filters)}
      empty={{ text: t(isFiltered ? 'bulletin.noneFound' : 'bulletin.none') }}
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
