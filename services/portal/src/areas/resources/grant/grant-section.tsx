import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { EmptyState, ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import { GrantBounds } from '../resource/grant-bounds.js';
import { Grantee } from '../resource/grantee.js';
import type { Grant, Resource } from '../resource/resource-filters.js';
import { grantStateOf } from '../resource/right.model.js';
import { PriceText } from '../resource/right-summary.js';
import { useGrants } from '../resource/use-resource.js';

const RevokeForm = lazyPart('RevokeForm', () => import('./revoke-form.js'), { rows: 4 });

interface GrantSectionProps {
  readonly resource: Resource;
  readonly isKeeper: boolean;
}

/** The rights of use: who may use the resource, until when, on which terms. Its keeper adds, edits and revokes them here. */
export function GrantSection({ resource, isKeeper }: GrantSectionProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="grants-title">
      <h2 id="grants-title">{t('resource.grant.title')}</h2>
      <Grants resource={resource} isKeeper={isKeeper} />
      {isKeeper && (
        <p>
          <Link to={`/resources/${resource.id}/grants/new`}>{t('resource.grant.add')}</Link>
        </p>
      )}
    </section>
  );
}

function Grants({ resource, isKeeper }: GrantSectionProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useGrants(resource.id);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState rows={2} />;
  const now = Date.now();
  // A right that has ended is of no use to a borrower.
  const shown = data.items.filter(
    (grant) => isKeeper || ['inForce', 'later', 'ending'].includes(grantStateOf(grant, now)),
  );
  if (shown.length === 0)
    return <EmptyState text={t(isKeeper ? 'resource.grant.noneKept' : 'resource.grant.none')} />;
  return (
    <ul className="plain-list lines">
      {shown.map((grant) => (
        <GrantLine key={grant.id} grant={grant} isKeeper={isKeeper} />
      ))}
    </ul>
  );
}

function GrantLine({ grant, isKeeper }: { readonly grant: Grant; readonly isKeeper: boolean }) {
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
        <span className={`tag ${isLiving ? 'is-published' : ''}`}>{t(`grants.state.${state}`)}</span>
      </div>
      <p>{t('resource.grant.term', { period: period(grant.from, grant.until) })}</p>
      <p>{t(`resource.approval.${grant.approval}`)}</p>
      <p>
        <PriceText price={grant.price} />
      </p>
      <GrantBounds grant={grant} />
      {grant.revokedAt !== null && (
        <p className="hint">
          {t(state === 'ending' ? 'grants.endsAt' : 'resource.grant.revokedAt', {
            time: instant(grant.revokedAt),
          })}
          {grant.revokeReason !== null && t('grants.because', { reason: grant.revokeReason })}
        </p>
      )}
      {isKeeper && isLiving && <Acts grant={grant} />}
      {isKeeper && state === 'ending' && <Undo grant={grant} />}
    </li>
  );
}

function Acts({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const [isRevoking, setIsRevoking] = useState(false);
  if (isRevoking) return <RevokeForm grant={grant} onDone={() => setIsRevoking(false)} />;
  return (
    <div className="actions">
      <p>
        <Link to={`/resources/${grant.resourceId}/grants/${grant.id}/edit`}>{t('grants.edit')}</Link>
      </p>
      <Button danger onClick={() => setIsRevoking(true)}>
        {t('resource.grant.revoke')}
      </Button>
    </div>
  );
}

/** Undoes a revocation that has not taken effect yet. It destroys nothing, so the page does not ask first. */
function Undo({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation();
  const undo = useCommand('grant', 'delete', '/resources/{resourceId}/grants/{grantId}/revocation');
  const { resourceId, id: grantId } = grant;
  return (
    <>
      <Button loading={undo.isPending} onClick={() => undo.mutate({ resourceId, grantId })}>
        {t('grants.undo')}
      </Button>
      {undo.isError && <Refusal title={t('resource.notSaved')} error={undo.error} />}
    </>
  );
}
