import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useUnion } from '../../../session/use-unions.js';
import { borrowableOf, type Offer } from './borrow-nearby.model.js';

/** As many as are looked through for something of each union around. */
const limit = 40;

/** What other unions lend to a small one, the nearest first; nothing where there is none. */
export function BorrowNearby({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const union = useUnion(unionId);
  const params = { kind: 'resource', forMe: true, limit, ...nearOf(union?.place ?? null) } as const;
  const { data } = useRead('resource', '/offers', union === undefined ? undefined : params);
  const offers = borrowableOf(data?.items ?? [], unionId);
  if (offers.length === 0) return null;
  return (
    <section className="card waiting" aria-labelledby="borrow-nearby-title">
      <h2 id="borrow-nearby-title">{t('home.borrow.title')}</h2>
      <ul className="plain-list">
        {offers.map((offer) => (
          <OfferLine key={offer.id} offer={offer} />
        ))}
      </ul>
      <Link to="/offers?kind=resource&forMe=true" className="back">
        {t('home.borrow.all')}
      </Link>
    </section>
  );
}

/** The nearest first, where it is known where the union is; everything then, as far as anybody goes to fetch something. */
function nearOf(place: { readonly latitude: number; readonly longitude: number } | null) {
  if (place === null) return {};
  const near = `${place.latitude.toFixed(6)},${place.longitude.toFixed(6)}`;
  return { near, withinKm: 50, sort: 'distance' } as const;
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { id, title, unionName, distanceTenths, right } = offer;
  return (
    <li className="waiting-line">
      <div>
        <Link to={`/resources/${id}`}>{title}</Link>
        <p className="hint">
          {unionName}
          {distanceTenths !== null && ` · ${t('home.borrow.distance', { km: number(distanceTenths / 10) })}`}
        </p>
      </div>
      <span className="tags">
        {right?.price === 'free' && <span className="tag is-free">{t('home.borrow.free')}</span>}
        {right?.approval === 'automatic' && <span className="tag">{t('home.borrow.atOnce')}</span>}
      </span>
    </li>
  );
}
