import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { kindOf } from './want-kind.model.js';
import { daysOf, type Flexible, type Need, type Want } from './need-form.js';

/** One line of the list: what is sought, by whom, when. */
export function NeedCard({ need }: { readonly need: Need }) {
  return (
    <article className="card activity-card">
      <h2>
        <Link to={`/needs/${need.id}`}>{need.title}</Link>
      </h2>
      <NeedTags need={need} />
      <NeedFacts need={need} />
    </article>
  );
}

export function NeedTags({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  return (
    <p className="tags">
      <span className={`tag ${need.state === 'open' ? 'is-published' : ''}`}>
        {t(`need.state.${need.state}`)}
      </span>
      {need.bestScore !== null && (
        <span className="tag is-free">{t('need.bestScore', { score: need.bestScore })}</span>
      )}
      {need.offers > 0 && <span className="tag">{t('need.offersCame', { count: need.offers })}</span>}
      {need.smallMicro && <span className="tag is-kind">{t('need.smallMicro')}</span>}
    </p>
  );
}

export function NeedFacts({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{t('need.union')}</dt>
      <dd>{need.unionName}</dd>
      <dt>{t('need.wants')}</dt>
      <dd>
        <ul className="plain-list">
          {need.wants.map((want, place) => (
            // Wants have no ids; their order does not change.
            <li key={place}>
              <WantText want={want} />
            </li>
          ))}
        </ul>
      </dd>
      <Times need={need} />
      {need.audience !== 'everyone' && (
        <>
          <dt>{t('need.audienceLabel')}</dt>
          <dd>{t(`need.audience.${need.audience}`)}</dd>
        </>
      )}
      <dt>{t('need.headcount')}</dt>
      <dd>{t('resource.people', { count: need.headcount, shown: format.number(need.headcount) })}</dd>
      {need.district !== null && (
        <>
          <dt>{t('resource.district')}</dt>
          <dd>{need.district}</dd>
        </>
      )}
      {need.budget !== null && (
        <>
          <dt>{t('need.budget')}</dt>
          <dd>{format.money(need.budget)}</dd>
        </>
      )}
    </dl>
  );
}

function Times({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dt>{t('need.windows')}</dt>
      <dd>
        <ul className="plain-list">
          {need.windows.map(({ from, to }) => (
            <li key={from}>{format.period(from, to)}</li>
          ))}
          {need.flexible.map((one) => (
            <li key={`${one.fromDay}/${one.fromTime}`}>
              <FlexibleText flexible={one} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** Any of many days, in one line. */
function FlexibleText({ flexible }: { readonly flexible: Flexible }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fromDay, toDay, fromTime, toTime, minutes } = flexible;
  return t('need.anyDay', {
    from: format.date(fromDay),
    to: format.date(toDay),
    fromTime,
    toTime,
    days: t(`need.days.${daysOf(flexible.weekdays ?? []) ?? 'every'}`),
    hours: format.number(Math.round(minutes / 6) / 10),
  });
}

export function WantText({ want }: { readonly want: Want }) {
  const { t } = useTranslation();
  const parts = [
    t(`need.kind.${kindOf(want)}`),
    want.business ? t(`activity.business.${want.business}`) : null,
    want.skill || null,
    want.capacity ? t('need.atLeast', { count: want.capacity }) : null,
    want.quantity ? t('need.pieces', { count: want.quantity }) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
