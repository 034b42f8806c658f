import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { placeOf } from './resource-card.js';
import type { Resource } from './resource-filters.js';
import { usePartyName } from './use-names.js';
import { useParts, useResource } from './use-resource.js';

export function ResourceFacts({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const owner = usePartyName(resource.owner);
  const { capacity, setupMinutes, turnaroundMinutes, loansPerBorrowerMax } = resource;
  return (
    <section className="card" aria-label={t('resource.about')}>
      {resource.description !== '' && <p className="prose">{resource.description}</p>}
      <dl className="facts">
        <dt>{t('resource.owner')}</dt>
        <dd>{owner}</dd>
        <dt>{t('resource.place')}</dt>
        <dd>{placeOf(resource) || t('resource.placeUnknown')}</dd>
        {capacity !== null && (
          <>
            <dt>{t('resource.capacity')}</dt>
            <dd>{t('resource.people', { count: capacity, shown: number(capacity) })}</dd>
          </>
        )}
        <CountFact resource={resource} />
        {setupMinutes > 0 && (
          <>
            <dt>{t('stock.setup')}</dt>
            <dd>{t('resource.minutes', { count: setupMinutes })}</dd>
          </>
        )}
        {turnaroundMinutes > 0 && (
          <>
            <dt>{t('resource.turnaround')}</dt>
            <dd>{t('resource.minutes', { count: turnaroundMinutes })}</dd>
          </>
        )}
        {loansPerBorrowerMax !== null && (
          <>
            <dt>{t('resource.quota')}</dt>
            <dd>{t('resource.quotaTold', { count: loansPerBorrowerMax })}</dd>
          </>
        )}
        <Whole resource={resource} />
        <Parts resource={resource} />
      </dl>
    </section>
  );
}

/** How many there are; nothing for a single thing. */
function CountFact({ resource: { counting, quantity } }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  if (counting === 'one') return null;
  return (
    <>
      <dt>{t('stock.there')}</dt>
      <dd>{counting === 'kit' ? t('stock.kit') : t(`stock.${counting}`, { count: quantity })}</dd>
    </>
  );
}

function Whole({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const whole = useResource(resource.partOfId ?? undefined);
  if (resource.partOfId === null) return null;
  return (
    <>
      <dt>{t('resource.partOf')}</dt>
      <dd>
        <Link to={`/resources/${resource.partOfId}`} className="text-link">
          {whole.data?.title ?? t('resource.theWhole')}
        </Link>
      </dd>
    </>
  );
}

function Parts({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const parts = useParts(resource);
  if (parts.length === 0) return null;
  return (
    <>
      <dt>{t('resource.parts')}</dt>
      <dd>
        <ul className="plain-list">
          {parts.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/resources/${id}`} className="text-link">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
