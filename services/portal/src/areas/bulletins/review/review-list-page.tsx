import './review.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import type { ReviewLine } from './review.model.js';

/** Reported bulletins of the unions whose officer the reader is, and of those below. */
export function ReviewListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const over = search.get('over') === 'true';
  const bulletinId = search.get('bulletinId');
  return (
    <ListPage
      title={t('bulletinReview.title')}
      back="/bulletins"
      filters={
        <Choice<'open' | 'over'>
          label={t('bulletinReview.show')}
          value={over ? 'over' : 'open'}
          options={(['open', 'over'] as const).map((value) => ({
            value,
            label: t(`bulletinReview.${value}`),
          }))}
          onChange={(chosen) =>
            setSearch({
              ...(chosen === 'over' ? { over: 'true' } : {}),
              ...(bulletinId === null ? {} : { bulletinId }),
            })
          }
        />
      }
      list={useList('bulletinReview', '/bulletin-reviews', {
        over,
        ...(bulletinId === null ? {} : { bulletinId }),
      })}
      empty={{ text: t(over ? 'bulletinReview.noneOver' : 'bulletinReview.none') }}
    >
      {(reviews) => (
        <ul className="review-list plain-list">
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
  const { id, title, state, unionName, openedAt, reports, grounds } = review;
  return (
    <li className="card">
      <h2>
        <Link to={`/bulletin-reviews/${id}`}>{title}</Link>
      </h2>
      <div className="tags">
        <span className="tag is-kind">{t(`bulletinReview.stateIs.${state}`)}</span>
        {grounds.map((ground) => (
          <span key={ground} className="tag">
            {t(`bulletinReview.ground.${ground}`)}
          </span>
        ))}
      </div>
      <p className="hint">
        {t('bulletinReview.lineBy', { union: unionName, at: format.instant(openedAt) })}{' '}
        {t('bulletinReview.reports', { count: reports })}
      </p>
    </li>
  );
}
