import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { lazyPart, Preload } from '../../shell/lazy-part.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../shell/states.js';
import type { Grant, Resource } from './resource-filters.js';
import { grantStateOf } from './right.model.js';
import { PriceText } from './right-told.js';
import { usePartyName } from './use-names.js';
import { useGrants, useRevokeGrant } from './use-resource.js';

const GrantForm = lazyPart('GrantForm', () => import('./grant-form.js'), { rows: 6, texts: ['organising'] });

interface GrantSectionProps {
  readonly resource: Resource;
  readonly keeps: boolean;
}

/** Who may use it, until when, on which terms; who keeps it grants and revokes here. */
export function GrantSection({ resource, keeps }: GrantSectionProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section className="card" aria-labelledby="grants-title">
      <h2 id="grants-title">{t('resource.grant.title')}</h2>
      <Grants resource={resource} keeps={keeps} />
      {keeps && !isAdding && <Button onClick={() => setIsAdding(true)}>{t('resource.grant.add')}</Button>}
      {keeps && <Preload part={GrantForm} />}
      {keeps && isAdding && <GrantForm resourceId={resource.id} onDone={() => setIsAdding(false)} />}
    </section>
  );
}

function Grants({ resource, keeps }: GrantSectionProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useGrants(resource.id);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState rows={2} />;
  const now = Date.now();
  // What has ended is of no use to whoever wants to borrow.
  const shown = data.filter((grant) => keeps || ['inForce', 'later'].includes(grantStateOf(grant, now)));
  if (shown.length === 0)
    return <EmptyState text={t(keeps ? 'resource.grant.noneKept' : 'resource.grant.none')} />;
  return (
    <ul className="plain-list lines">
      {shown.map((grant) => (
        <GrantLine key={grant.id} grant={grant} keeps={keeps} />
      ))}
    </ul>
  );
}

function GrantLine({ grant, keeps }: { readonly grant: Grant; readonly keeps: boolean }) {
  const { t } = useTranslation();
  const { period, instant } = useFormat();
  const state = grantStateOf(grant, Date.now());
  const isLiving = state === 'inForce' || state === 'later';
  return (
    <li>
      <div className="line-head">
        <strong>
          <Grantee to={grant.to} />
        </strong>
        <span className={`tag ${isLiving ? 'is-published' : ''}`}>{t(`resource.grant.state.${state}`)}</span>
      </div>
      <p>{t('resource.grant.term', { period: period(grant.from, grant.until) })}</p>
      <p>{t(`resource.approval.${grant.approval}`)}</p>
      <p>
        <PriceText price={grant.price} />
      </p>
      {grant.revokedAt !== null && (
        <p className="hint">{t('resource.grant.revokedAt', { time: instant(grant.revokedAt) })}</p>
      )}
      {keeps && isLiving && <Revoke grant={grant} />}
    </li>
  );
}

export function Grantee({ to }: { readonly to: Grant['to'] }) {
  const { t } = useTranslation();
  if (to.unionId) return <NamedGrantee kind={to.kind} unionId={to.unionId} />;
  if (to.sizeClass) return t('resource.grant.toSize', { size: t(`resource.grant.size.${to.sizeClass}`) });
  return t('resource.grant.toEveryone');
}

function NamedGrantee({ kind, unionId }: { readonly kind: Grant['to']['kind']; readonly unionId: string }) {
  const { t } = useTranslation();
  const name = usePartyName({ kind: 'union', id: unionId });
  return kind === 'subtree' ? t('resource.grant.toSubtree', { name }) : name;
}

function Revoke({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const revoke = useRevokeGrant(grant.resourceId);
  return (
    <>
      <ConfirmButton
        danger
        loading={revoke.isPending}
        question={t('resource.grant.revokeQuestion')}
        confirmText={t('resource.grant.revoke')}
        onConfirm={() => revoke.mutate(grant.id)}
      >
        {t('resource.grant.revoke')}
      </ConfirmButton>
      {revoke.isError && <Refusal title={t('resource.notSaved')} error={revoke.error} />}
    </>
  );
}
