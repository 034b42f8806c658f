import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ResourceImage } from '../resource-profile/resource-image.js';
import { addressOf, type Offer, type OfferFilters } from './offer-filters.js';
import { useReasons } from './use-reasons.js';

interface OfferCardProps {
  readonly offer: Offer;
  readonly filters: OfferFilters;
}

/** One offer: what, whose, where; why it was found; by which right the reader's union may use it. */
export function OfferCard({ offer, filters }: OfferCardProps) {
  const { t } = useTranslation();
  const { number, period } = useFormat();
  const { reasonsOf, rightOf } = useReasons();
  const { capacity, startsAt, endsAt } = offer;
  // What is one's own, or cannot be had, is no news.
  const mayBeAsked = offer.right !== null && offer.right.kind !== 'ownership';
  const facts = [
    offer.unionName || t('find.nameUnknown'),
    [offer.district, offer.place].filter(Boolean).join(' '),
    capacity === null
      ? ''
      : t('find.holds', { people: t('find.people', { count: capacity, shown: number(capacity) }) }),
  ];
  return (
    <article className="card activity-card offer-card">
      <Cover offer={offer} />
      <h2>
        <Link to={addressOf(offer, filters)}>{offer.title}</Link>
      </h2>
      <p className="tags">
        <span className="tag is-kind">{t(`find.kind.${offer.kind}`)}</span>
        <span className="tag">{t(`activity.function.${offer.function}`)}</span>
        {reasonsOf(offer, filters).map((reason) => (
          <span key={reason} className="tag is-free">
            {reason}
          </span>
        ))}
      </p>
      {startsAt !== null && endsAt !== null && <p className="offer-time">{period(startsAt, endsAt)}</p>}
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <p className={mayBeAsked ? 'offer-right' : 'hint'}>{rightOf(offer)}</p>
    </article>
  );
}

/** The first picture of a resource, where it has one. */
function Cover({ offer: { id, picture } }: Pick<OfferCardProps, 'offer'>) {
  if (picture === null) return null;
  return (
    <div className="offer-picture">
      <ResourceImage resourceId={id} picture={picture} width="320" />
    </div>
  );
}
