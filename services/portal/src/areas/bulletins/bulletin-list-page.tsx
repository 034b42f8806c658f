import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../api/use-read.js';
import { ButtonLink } from '../../kit/button-link.js';
import { Choice } from '../../kit/choice.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import { useOffices } from '../../session/use-offices.js';
import { type BulletinState, bulletinStates } from './bulletin.model.js';
import { BulletinList } from './bulletin-card.js';
import { bulletinFiltersOf, isNarrowed } from './bulletin-filters.js';
import { TopicChoices } from './topic-choices.js';

/** What is for the reader; for officers also what their unions have written, by state. */
export function BulletinListPage() {
  const { t } = useTranslation();
  const isOfficer = useOffices().holds('officer');
  const [search, setSearch] = useSearchParams();
  const filters = bulletinFiltersOf(search);
  const isFollowed = filters.followed === true;
  const nothing = isNarrowed(filters)
    ? 'bulletin.noneFound'
    : isFollowed
      ? 'bulletinFollow.noneShown'
      : 'bulletin.none';
  return (
    <ListPage
      title={t('bulletin.title')}
      actions={
        <>
          {isOfficer && <ButtonLink to="/bulletins/new">{t('bulletin.write')}</ButtonLink>}
          {isOfficer && (
            <ButtonLink to="/bulletin-reviews" isPlain>
              {t('bulletinReview.title')}
            </ButtonLink>
          )}
          <ButtonLink to="/bulletin-subscriptions" isPlain>
            {t('bulletinFollow.manage')}
          </ButtonLink>
          <ButtonLink to="/my-disclosures" isPlain>
            {t('bulletin.myDisclosures')}
          </ButtonLink>
        </>
      }
      search={{
        label: t('bulletin.find'),
        value: filters.q ?? '',
        onFind: (q) => setSearch(searchOf(withFilter(filters, 'q', q === '' ? undefined : q))),
      }}
      filters={
        <>
          {isOfficer && (
            <Choice<BulletinState>
              label={t('bulletin.show')}
              {...(filters.state === undefined ? {} : { value: filters.state })}
              options={[
                { value: '', label: t('bulletin.forMe') },
                ...bulletinStates.map((value) => ({ value, label: t(`bulletin.stateIs.${value}`) })),
              ]}
              onChange={(state) => setSearch(searchOf(withFilter(filters, 'state', state)))}
            />
          )}
          <TopicChoices filters={filters} onChange={(chosen) => setSearch(searchOf(chosen))} />
          {filters.state === undefined && (
            <Button
              aria-pressed={isFollowed}
              onClick={() =>
                setSearch(searchOf(withFilter(filters, 'followed', isFollowed ? undefined : true)))
              }
            >
              {t('bulletinFollow.onlyFollowed')}
            </Button>
          )}
        </>
      }
      list={useList('bulletin', '/bulletins', filters)}
      empty={{ text: t(nothing) }}
    >
      {(bulletins) => <BulletinList bulletins={bulletins} />}
    </ListPage>
  );
}
