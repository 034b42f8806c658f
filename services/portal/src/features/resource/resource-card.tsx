import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { useMe } from '../session/use-session.js';
import type { Resource } from './resource-filters.js';
import { PriceText } from './right-told.js';
import { usePartyName } from './use-names.js';
import { useRight } from './use-right.js';

/** One line of the list: what, whose, where, and on which terms one's own union gets it. */
export function ResourceCard({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const owner = usePartyName(resource.owner);
  return (
    <article className="card activity-card">
      <h2>
        <Link to={`/resources/${resource.id}`}>{resource.title}</Link>
      </h2>
      <ResourceTags resource={resource} />
      <dl className="facts">
        <dt>{t('resource.owner')}</dt>
        <dd>{owner}</dd>
        <dt>{t('resource.place')}</dt>
        <dd>{placeOf(resource) || t('resource.placeUnknown')}</dd>
        {resource.capacity !== null && (
          <>
            <dt>{t('resource.capacity')}</dt>
            <dd>{t('resource.people', { count: resource.capacity, shown: number(resource.capacity) })}</dd>
          </>
        )}
        <dt>{t('resource.terms')}</dt>
        <dd>
          <Terms resource={resource} />
        </dd>
      </dl>
    </article>
  );
}

export function ResourceTags({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  return (
    <p className="tags">
      <span className="tag is-kind">{t(`activity.function.${resource.function}`)}</span>
      {resource.businesses.map((business) => (
        <span key={business} className="tag">
          {t(`activity.business.${business}`)}
        </span>
      ))}
      {resource.partOfId !== null && <span className="tag">{t('resource.isPart')}</span>}
      {!resource.active && <span className="tag is-cancelled">{t('resource.withdrawn')}</span>}
    </p>
  );
}

export function placeOf({ district, place }: Resource): string {
  return [district, place].filter(Boolean).join(' ');
}

function Terms({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const right = useRight(resource, me?.unionId);
  if (me?.unionId === null) return t('resource.right.noUnion');
  if (right === undefined) return t('common.loading');
  if (right.kind === 'own') return t('resource.right.own');
  if (right.kind === 'none') return t('resource.right.noneShort');
  return (
    <>
      <PriceText price={right.grant.price} />
      <br />
      <span className="hint">{t(`resource.approval.${right.grant.approval}`)}</span>
    </>
  );
}
