import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { type CoHost, useCoHosts } from '../hosts/use-co-hosts.js';
import { useSpeaksFor } from '../hosts/use-own-hosts.js';

const InviteForm = lazyPart('InviteForm', () => import('./invite-form.js'));
const coHosting = { texts: ['coHosting'] } as const;
const AnswerCounter = lazyPart('AnswerCounter', () => import('./answer-counter.js'), coHosting);
const LeavingPart = lazyPart('LeavingPart', () => import('./leaving-part.js'), coHosting);
const LeaveUntil = lazyPart('LeaveUntil', () => import('./leave-until.js'), { rows: 1, ...coHosting });

interface CoHostSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The co-hosts: invited, accepted, declined or withdrawn. */
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
      {coHosts.data !== undefined && (
        <CoHosts activity={activity} mayManage={mayManage} items={coHosts.data.items} />
      )}
      {mayInvite && <InviteForm activityId={activity.id} />}
    </section>
  );
}

interface CoHostsProps extends CoHostSectionProps {
  readonly items: readonly CoHost[];
}

function CoHosts({ activity, mayManage, items }: CoHostsProps) {
  const { t } = useTranslation();
  const speaksFor = useSpeaksFor();
  return (
    <>
      {items.length === 0 && <p className="hint">{t('coHost.none')}</p>}
      <ul className="plain-list rows">
        {items.map((coHost) => (
          <CoHostLine
            key={coHost.id}
            coHost={coHost}
            mayWithdraw={mayManage && mayRemove(activity, coHost)}
            mayLeave={speaksFor(coHost) && isOpen(activity)}
          />
        ))}
      </ul>
      {items.length > 0 && isOpen(activity) && <LeaveUntil activity={activity} mayManage={mayManage} />}
    </>
  );
}

function isOpen({ state }: Activity): boolean {
  return state === 'draft' || state === 'published';
}

/** The organiser cannot remove a co-host after the publication, nor while an agreement binds them. */
function mayRemove(activity: Activity, { state }: CoHost): boolean {
  if (state === 'accepted') return activity.state === 'draft' && activity.agreementId === null;
  return isOpen(activity);
}

interface CoHostLineProps {
  readonly coHost: CoHost;
  readonly mayWithdraw: boolean;
  readonly mayLeave: boolean;
}

function CoHostLine({ coHost, mayWithdraw, mayLeave }: CoHostLineProps) {
  const { state } = coHost;
  return (
    <li className="row">
      <Standing coHost={coHost} />
      {mayWithdraw && state === 'countered' && <AnswerCounter coHost={coHost} />}
      {mayWithdraw && (state === 'invited' || state === 'accepted') && <Withdraw coHost={coHost} />}
      {mayLeave && state === 'accepted' && <Leave coHost={coHost} />}
    </li>
  );
}

function Standing({ coHost }: { readonly coHost: CoHost }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { party, state, reason, counterNote, invitedAt, answeredAt } = coHost;
  return (
    <div>
      <strong>{party.name}</strong> <span className={`tag is-${state}`}>{t(`coHost.state.${state}`)}</span>
      <p className="hint">{t('coHost.invitedAt', { time: format.instant(invitedAt) })}</p>
      {answeredAt !== null && state !== 'withdrawn' && (
        <p className="hint">{t('coHost.answeredAt', { time: format.instant(answeredAt) })}</p>
      )}
      {counterNote !== null && <p className="prose">{t('coHost.counterWas', { note: counterNote })}</p>}
      {reason !== null && <p>{t('coHost.reasonWas', { reason })}</p>}
    </div>
  );
}

function Withdraw({ coHost }: { readonly coHost: CoHost }) {
  const { t } = useTranslation();
  const withdraw = useCommand('coHost', 'post', '/co-host-invitations/{invitationId}/withdraw');
  const { state } = coHost;
  const { name } = coHost.party;
  return (
    <>
      {withdraw.isError && <Refusal title={t('coHost.notWithdrawn')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t(state === 'accepted' ? 'coHost.partQuestion' : 'coHost.withdrawQuestion', { name })}
        confirmText={t('coHost.withdraw')}
        onConfirm={() =>
          withdraw.mutate({ invitationId: coHost.id, version: coHost.version, body: { reason: null } })
        }
      >
        {t('coHost.withdraw')}
      </ConfirmButton>
    </>
  );
}

/** Shows the consequences first, and the form to leave below them. */
function Leave({ coHost }: { readonly coHost: CoHost }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <LeavingPart coHost={coHost} onBack={() => setIsOpen(false)} />;
  return (
    <Button danger onClick={() => setIsOpen(true)}>
      {t('coHost.leaving')}
    </Button>
  );
}
