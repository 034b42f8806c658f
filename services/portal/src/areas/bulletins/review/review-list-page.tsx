import './review.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import type { ReviewLine } from './review.model.js';

type Shown = 'open' | 'over' | 'all';

const overOf = { open: 'false', over: 'true', all: 'any' } as const satisfies Record<Shown, string>;

/** Where nothing is chosen, what goes on; of one bulletin all, as whoever asks for it wants to know what became of it. */
function shownBy(search: URLSearchParams): Shown {
  const chosen = (Object.keys(overOf) as Shown[]).find((one) => overOf[one] === search.get('over'));
  return chosen ?? (search.has('bulletinId') ? 'all' : 'open');
}

/** Reported bulletins of the unions whose officer the reader is, and of those below. */
export function ReviewListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const bulletinId = search.get('bulletinId');
  const show = shownBy(search);
  return (
    <ListPage
      title={t('bulletinReview.title')}
      back="/bulletins"
      filters={
        <Choice<Shown>
          label={t('bulletinReview.show')}
          value={show}
          options={(['open', 'over', 'all'] as const).map((value) => ({
            value,
            label: t(`bulletinReview.${value}`),
          }))}
          onChange={(chosen = 'all') =>
            setSearch({ over: overOf[chosen], ...(bulletinId === null ? {} : { bulletinId }) })
          }
        />
      }
      list={useList('bulletinReview', '/bulletin-reviews', {
        ...(show === 'all' ? {} : { over: show === 'over' }),
        ...(bulletinId === null ? {} : { bulletinId }),
      })}
      empty={{ text: t(`bulletinReview.noneOf.${show}`) }}
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
        {t('bulletinReview.lineBy', { union: unionName, at: format.instant(openedAt) })} ·{' '}
        {t('bulletinReview.reports', { count: reports })}
      </p>
    </li>
  );
}
