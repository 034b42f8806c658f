import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/organising.css';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';

/** A draft that a worker has proposed: what they ask for, its state, and what the reader can do about it. */
export function ProposalCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const decides = useReaches(activity.unionId, ['officer']);
  const { proposal } = activity;
  if (proposal === null) return null;
  const isMine = proposal.proposer.id === me?.personId;
  const { state } = proposal;
  return (
    <section className="card" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{t('proposal.title')}</h2>
      <p>
        {isMine ? t('activity.proposedByMe') : t('activity.proposedBy', { name: proposal.proposer.name })}{' '}
        <span className="tag">{t(`proposal.state.${state}`)}</span>
      </p>
      <Wishes proposal={proposal} />
      {isMine && <p className="hint">{t(`proposal.mine.${state}`)}</p>}
      {isMine && state === 'declined' && <Renew activity={activity} />}
      {decides && state !== 'sponsored' && <Decision activity={activity} />}
    </section>
  );
}

function Wishes({ proposal }: { readonly proposal: NonNullable<Activity['proposal']> }) {
  const { t } = useTranslation();
  const { heads, needed, reason } = proposal;
  return (
    <>
      {heads !== null && <p>{t('proposal.heads', { count: heads })}</p>}
      {needed !== null && <p className="prose">{t('proposal.needed', { needed })}</p>}
      {reason !== null && <Alert type="warning" showIcon title={t('proposal.reason', { reason })} />}
    </>
  );
}

function Renew({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const renew = useCommand('activity', 'post', '/activities/{activityId}/renew-proposal');
  return (
    <>
      {renew.isError && <Refusal title={t('proposal.notDone')} error={renew.error} />}
      <div className="actions">
        <ButtonLink to={`/activities/${activity.id}/edit`} isPlain>
          {t('proposal.change')}
        </ButtonLink>
        <Button
          type="primary"
          loading={renew.isPending}
          onClick={() => renew.mutate({ activityId: activity.id, version: activity.version })}
        >
          {t('proposal.renew')}
        </Button>
      </div>
    </>
  );
}

function Decision({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const sponsor = useCommand('activity', 'post', '/activities/{activityId}/sponsor');
  return (
    <>
      {sponsor.isError && <Refusal title={t('proposal.notDone')} error={sponsor.error} />}
      <ConfirmButton
        type="primary"
        loading={sponsor.isPending}
        question={t('proposal.sponsorQuestion')}
        confirmText={t('proposal.sponsor')}
        onConfirm={() => sponsor.mutate({ activityId: activity.id, version: activity.version })}
      >
        {t('proposal.sponsor')}
      </ConfirmButton>
      {activity.proposal?.state === 'waiting' && <Decline activity={activity} />}
    </>
  );
}

function Decline({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const decline = useCommand('activity', 'post', '/activities/{activityId}/decline-proposal');
  return (
    <details className="register-others">
      <summary>{t('proposal.decline')}</summary>
      <CommandForm
        form={form}
        name="decline-proposal"
        command={decline}
        input={() => ({ activityId: activity.id, version: activity.version, body: { reason } })}
        submit={t('proposal.decline')}
        refused={t('proposal.notDone')}
        confirm={{ question: t('proposal.declineQuestion'), text: t('proposal.decline') }}
        danger
        disabled={reason === ''}
      >
        <Form.Item name="reason" label={t('proposal.declineReason')}>
          <TextArea rows={2} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
