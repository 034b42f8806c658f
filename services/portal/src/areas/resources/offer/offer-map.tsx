import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { mapOf, type Pin, type PlotMap } from './map.model.js';
import { addressOf, type Offer, type OfferFilters } from './offer-filters.js';

type Located = Offer & { readonly latitude: number; readonly longitude: number };

interface OfferMapProps {
  readonly offers: readonly Offer[];
  readonly filters: OfferFilters;
}

/** The places of the offers, drawn by the page itself: no map service learns what is searched for. */
export function OfferMap({ offers, filters }: OfferMapProps) {
  const { t } = useTranslation();
  const located = useMemo(() => offers.filter(isLocated), [offers]);
  const map = useMemo(() => mapOf(located), [located]);
  const without = offers.length - located.length;
  return (
    <section className="card offer-map" aria-labelledby="offer-map-title">
      <h2 id="offer-map-title">{t('find.map')}</h2>
      {map === null ? (
        <p className="hint">{t('find.mapEmpty')}</p>
      ) : (
        <>
          <Plot map={map} filters={filters} />
          {without > 0 && <p className="hint">{t('find.mapWithout', { count: without })}</p>}
        </>
      )}
    </section>
  );
}

function isLocated(offer: Offer): offer is Located {
  return offer.latitude !== null && offer.longitude !== null;
}

function Plot({ map, filters }: { readonly map: PlotMap<Located>; readonly filters: OfferFilters }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { km, share } = map.scale;
  return (
    <div className="plot">
      <svg viewBox="0 0 100 75" aria-hidden="true" preserveAspectRatio="none">
        {[20, 40, 60, 80].map((x) => (
          <line key={x} x1={x} x2={x} y1="0" y2="75" />
        ))}
        {[15, 30, 45, 60].map((y) => (
          <line key={y} x1="0" x2="100" y1={y} y2={y} />
        ))}
      </svg>
      {map.districts.map(({ name, x, y }) => (
        <span key={name} className={districtClass(y)} style={placeOf({ x, y })} aria-hidden="true">
          {name}
        </span>
      ))}
      {map.pins.map((pin) => (
        <PlotPin key={pin.items[0]?.id} pin={pin} filters={filters} />
      ))}
      <span className="plot-north" aria-hidden="true">
        {t('find.north')}
      </span>
      <span className="plot-scale" style={{ width: `${share * 100}%` }}>
        {km >= 1 ? t('find.scaleKm', { km: number(km) }) : t('find.scaleM', { m: number(km * 1_000) })}
      </span>
    </div>
  );
}

/** A pin of one offer leads to its page, a pin of several to the first of them in the list. */
function PlotPin({ pin, filters }: { readonly pin: Pin<Located>; readonly filters: OfferFilters }) {
  const { t } = useTranslation();
  const [first] = pin.items;
  if (first === undefined) return null;
  if (pin.items.length === 1) {
    return (
      <Link to={addressOf(first, filters)} className="plot-pin" style={placeOf(pin)} aria-label={first.title}>
        <span aria-hidden="true">●</span>
      </Link>
    );
  }
  const titles = pin.items.map(({ title }) => title).join(t('common.separator'));
  return (
    <button
      type="button"
      className="plot-pin"
      style={placeOf(pin)}
      aria-label={t('find.several', { count: pin.items.length, titles })}
      onClick={() => document.getElementById(`offer-${first.id}`)?.focus()}
    >
      <span aria-hidden="true">{pin.items.length}</span>
    </button>
  );
}

/** Beneath its pin; near the lower edge, which would cut it off, above. */
function districtClass(y: number): string {
  return y > 0.8 ? 'plot-district is-above' : 'plot-district';
}

function placeOf({ x, y }: { readonly x: number; readonly y: number }) {
  return { left: `${x * 100}%`, top: `${y * 100}%` };
}
