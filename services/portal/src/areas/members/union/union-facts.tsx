import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { CodeWithCheck } from '../party/code-with-check.js';
import { enterpriseQuery } from '../party/use-party.js';
import { UnionName } from '../../../session/union-name.js';
import { levelOf } from '../../../session/union-choices.model.js';
import type { Union } from './union-form.model.js';

/** Since when a union is closed, and on what ground; nothing where it is in use. */
export function ClosedUnion({ union: { closedAt, closingGround } }: { readonly union: Union }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (closedAt === null || closingGround === null) return null;
  const ground = t(`union.closingGround.${closingGround}`);
  return (
    <Alert
      type="info"
      showIcon
      className="notice"
      title={t('union.closedNotice', { at: format.instant(closedAt), ground })}
      description={t('union.closedHint')}
    />
  );
}

export function UnionFacts({ union }: { readonly union: Union }) {
  const { t } = useTranslation();
  const level = levelOf(union.path);
  return (
    <dl className="card facts union-facts">
      <dt>{t('union.tier')}</dt>
      <dd>
        {union.tier === null
          ? t('union.levelOf', { level })
          : t('union.tierAndLevel', { tier: t(`union.tiers.${union.tier}`), level })}
      </dd>
      <dt>{t('union.above')}</dt>
      <dd>{union.parentId === null ? t('union.topmost') : <UnionName unionId={union.parentId} />}</dd>
      {union.enterpriseId !== null && <EnterpriseFact enterpriseId={union.enterpriseId} />}
      <dt>{t('union.uscc')}</dt>
      <dd>
        <CodeWithCheck code={union.uscc} check={union.usccCheck} />
      </dd>
      {union.parkId !== null && union.parkId !== union.id && (
        <>
          <dt>{t('union.park')}</dt>
          <dd>
            <UnionName unionId={union.parkId} />
          </dd>
        </>
      )}
      <dt>{t('union.place')}</dt>
      <dd>{union.place === null ? t('union.noPlace') : <PlaceText place={union.place} />}</dd>
      {union.successorUnionId !== null && (
        <>
          <dt>{t('union.successorIs')}</dt>
          <dd>
            <UnionName unionId={union.successorUnionId} />
          </dd>
        </>
      )}
    </dl>
  );
}

function PlaceText({ place }: { readonly place: NonNullable<Union['place']> }) {
  const { t } = useTranslation();
  const { longitude, latitude, address } = place;
  return (
    <>
      {address}{' '}
      <span className="hint">
        {t('union.degrees', { longitude: String(longitude), latitude: String(latitude) })}
      </span>
    </>
  );
}

function EnterpriseFact({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(enterpriseQuery(enterpriseId));
  return (
    <>
      <dt>{t('union.enterprise')}</dt>
      <dd>
        <Link to={`/parties/enterprises/${enterpriseId}`}>{data?.name ?? t('common.loading')}</Link>
      </dd>
    </>
  );
}
