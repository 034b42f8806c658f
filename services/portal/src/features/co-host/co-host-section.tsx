import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { lazyPart } from '../../shell/lazy-part.js';
import { ErrorState, LoadingState, Refusal } from '../../shell/states.js';
import type { Activity } from '../organising/activity-form.js';
import { type CoHost, useCoHosts, useWithdrawInvitation } from './use-co-hosts.js';

const InviteForm = lazyPart('InviteForm', () => import('./invite-form.js'));

interface CoHostSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** Who hosts too: asked, agreed, declined or parted with. */
export function CoHostSection({ activity, mayManage }: CoHostSectionProps) {
  const { t } = useTranslation();
  const coHosts = useCoHosts(activity.id);
  const mayInvite = mayManage && activity.state === 'draft';
  return (
    <section className="card" aria-labelledby="co-hosts-title">
      <h2 id="co-hosts-title">{t('coHost.title')}</h2>
      <p className="hint">{t(activity.state === 'draft' ? 'coHost.hint' : 'coHost.closedHint')}</p>
      {coHosts.isPending && <LoadingState rows={2} />}
      {coHosts.isError && <ErrorState error={coHosts.error} onRetry={() => void coHosts.refetch()} />}
      {coHosts.data?.items.length === 0 && <p className="hint">{t('coHost.none')}</p>}
      <ul className="plain-list rows">
        {(coHosts.data?.items ?? []).map((coHost) => (
          <CoHostLine key={coHost.id} coHost={coHost} mayWithdraw={mayManage && isOpen(activity)} />
        ))}
      </ul>
      {mayInvite && <InviteForm activityId={activity.id} />}
    </section>
  );
}

function isOpen({ state }: Activity): boolean {
  return state === 'draft' || state === 'published';
}

interface CoHostLineProps {
  readonly coHost: CoHost;
  readonly mayWithdraw: boolean;
}

function CoHostLine({ coHost, mayWithdraw }: CoHostLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useWithdrawInvitation();
  const { party, state, reason } = coHost;
  const isLive = state === 'invited' || state === 'accepted';
  return (
    <li className="row">
      <div>
        <strong>{party.name}</strong> <span className={`tag is-${state}`}>{t(`coHost.state.${state}`)}</span>
        <p className="hint">{t('coHost.invitedAt', { time: format.instant(coHost.invitedAt) })}</p>
        {coHost.answeredAt !== null && state !== 'withdrawn' && (
          <p className="hint">{t('coHost.answeredAt', { time: format.instant(coHost.answeredAt) })}</p>
        )}
        {reason !== null && <p>{t('coHost.reasonWas', { reason })}</p>}
        {withdraw.isError && <Refusal title={t('coHost.notWithdrawn')} error={withdraw.error} />}
      </div>
      {mayWithdraw && isLive && (
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t(state === 'accepted' ? 'coHost.partQuestion' : 'coHost.withdrawQuestion', {
            name: party.name,
          })}
          confirmText={t('coHost.withdraw')}
          onConfirm={() => withdraw.mutate(coHost.id)}
        >
          {t('coHost.withdraw')}
        </ConfirmButton>
      )}
    </li>
  );
}
