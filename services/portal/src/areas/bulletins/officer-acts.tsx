import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { ButtonLink } from '../../kit/button-link.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../kit/reason-field.js';
import { Refusal } from '../../kit/states.js';
import type { Bulletin } from './bulletin.model.js';
import { lazyPart } from '../../kit/lazy-part.js';
import { isForAnybody } from './file/file.model.js';
import { ReleaseActs } from './review/release-acts.js';

const OutsideCounts = lazyPart('OutsideCounts', () => import('./outside-counts.js'), { rows: 2 });
const CommentingFold = lazyPart('CommentingFold', () => import('./commenting-fold.js'), { rows: 1 });
const Elsewhere = lazyPart('Elsewhere', () => import('./elsewhere.js'), { rows: 0 });

/** What comes next for a bulletin. */
export function OfficerActs({ bulletin }: { readonly bulletin: Bulletin }) {
  if (bulletin.state === 'draft') return <Publish bulletin={bulletin} />;
  if (bulletin.state === 'waiting')
    return bulletin.releasable ? <ReleaseActs bulletinId={bulletin.id} version={bulletin.version} /> : null;
  if (bulletin.state === 'hidden') return <Hidden bulletin={bulletin} />;
  return bulletin.state === 'published' ? <Published bulletin={bulletin} /> : <Restore bulletin={bulletin} />;
}

/** Why it is hidden, and what can be done about it. */
function Hidden({ bulletin: { id } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  return (
    <div className="actions">
      <ButtonLink to={`/bulletin-reviews?bulletinId=${id}`}>{t('bulletinReview.seeReviews')}</ButtonLink>
    </div>
  );
}

function Publish({ bulletin: { id: bulletinId, version } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const publish = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/publish');
  return (
    <section className="card" aria-label={t('bulletin.publish')}>
      {publish.isError && <Refusal title={t('bulletin.notPublished')} error={publish.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={publish.isPending}
          question={t('bulletin.publishQuestion')}
          confirmText={t('bulletin.publish')}
          onConfirm={() => publish.mutate({ bulletinId, version })}
        >
          {t('bulletin.publish')}
        </ConfirmButton>
        <ButtonLink to={`/bulletins/${bulletinId}/edit`} isPlain>
          {t('bulletin.edit')}
        </ButtonLink>
      </div>
    </section>
  );
}

function Published({ bulletin }: { readonly bulletin: Bulletin }) {
  const { id: bulletinId, version } = bulletin;
  const { t } = useTranslation();
  const reason = useReason();
  const withdraw = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/withdraw');
  return (
    <>
      <div className="actions">
        <ButtonLink to={`/bulletins/${bulletinId}/edit`}>{t('bulletin.correct')}</ButtonLink>
      </div>
      {isForAnybody(bulletin, Date.now()) && (
        <>
          <Elsewhere bulletin={bulletin} />
          <OutsideCounts bulletinId={bulletinId} />
        </>
      )}
      <CommentingFold bulletin={bulletin} />
      <details className="card">
        <summary>{t('bulletin.withdraw')}</summary>
        <p className="hint">{t('bulletin.withdrawHint')}</p>
        <ReasonField
          reason={reason}
          label={t('bulletin.withdrawReason')}
          required={t('bulletin.reasonRequired')}
        />
        {withdraw.isError && <Refusal title={t('bulletin.notWithdrawn')} error={withdraw.error} />}
        <div className="actions">
          <ConfirmButton
            danger
            loading={withdraw.isPending}
            question={t('bulletin.withdrawQuestion')}
            confirmText={t('bulletin.withdraw')}
            onConfirm={() =>
              reason.take((text) => withdraw.mutate({ bulletinId, version, body: { reason: text } }))
            }
          >
            {t('bulletin.withdraw')}
          </ConfirmButton>
        </div>
      </details>
    </>
  );
}

function Restore({ bulletin: { id: bulletinId, version } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const restore = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/restore');
  return (
    <section className="card" aria-label={t('bulletin.restore')}>
      {restore.isError && <Refusal title={t('bulletin.notRestored')} error={restore.error} />}
      <ConfirmButton
        type="primary"
        loading={restore.isPending}
        question={t('bulletin.restore')}
        confirmText={t('bulletin.restore')}
        onConfirm={() => restore.mutate({ bulletinId, version })}
      >
        {t('bulletin.restore')}
      </ConfirmButton>
    </section>
  );
}
