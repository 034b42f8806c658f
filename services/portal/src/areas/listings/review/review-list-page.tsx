import './review-list.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import type { ReviewLine } from './review.model.js';

type Shown = 'open' | 'over';

/** Reported vacancies and benefits of the unions whose officer the reader is, and of those below. */
export function ListingReviewListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const show: Shown = search.get('over') === 'true' ? 'over' : 'open';
  return (
    <ListPage
      title={t('listingReview.title')}
      back="/vacancies"
      intro={<p className="hint">{t('listingReview.hint')}</p>}
      filters={
        <Choice<Shown>
          label={t('listingReview.show')}
          value={show}
          options={(['open', 'over'] as const).map((value) => ({
            value,
            label: t(`listingReview.${value}`),
          }))}
          onChange={(chosen) => setSearch(chosen === 'over' ? { over: 'true' } : {})}
        />
      }
      list={useList('listingReview', '/listing-reviews', { over: show === 'over' })}
      empty={{ text: t(`listingReview.noneOf.${show}`) }}
    >
      {(reviews) => (
        <ul className="listing-review-list plain-list">
          {reviews.map((review) => (
            <OneLine key={review.id} review={review} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function OneLine({ review }: { readonly review: ReviewLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, kind, title, state, unionName, openedAt, reports, grounds } = review;
  return (
    <li className="card">
      <h2>
        <Link to={`/listing-reviews/${id}`}>{title}</Link>
      </h2>
      <div className="tags">
        <span className="tag is-kind">{t(`listingReview.kind.${kind}`)}</span>
        <span className="tag">{t(`listingReview.stateIs.${state}`)}</span>
        {grounds.map((ground) => (
          <span key={ground} className="tag">
            {t(`listingReview.ground.${ground}`)}
          </span>
        ))}
      </div>
      <p className="hint">
        {t('listingReview.lineBy', { union: unionName, at: format.instant(openedAt) })} ·{' '}
        {t('listingReview.reports', { count: reports })}
      </p>
    </li>
  );
}
