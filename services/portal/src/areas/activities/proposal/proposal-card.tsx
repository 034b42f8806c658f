import '../../../kit/styles/organising.css';
import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Seen } from '../../../api/use-decision.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import { useDecline, useRenew, useSponsor } from './use-proposals.js';

/** A draft that a worker has proposed: what he wishes for, how it stands, and who can do what about it. */
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
        {t('activity.proposedBy', { name: proposal.proposer.name })}{' '}
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
  const renew = useRenew(activity);
  return (
    <>
      {renew.isError && <Refusal title={t('proposal.notDone')} error={renew.error} />}
      <div className="actions">
        <Link to={`/activities/${activity.id}/edit`} className="button-link">
          {t('proposal.change')}
        </Link>
        <Button type="primary" loading={renew.isPending} onClick={() => renew.mutate(null)}>
          {t('proposal.renew')}
        </Button>
      </div>
    </>
  );
}

function Decision({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const sponsor = useSponsor(activity);
  return (
    <>
      {sponsor.isError && <Refusal title={t('proposal.notDone')} error={sponsor.error} />}
      <ConfirmButton
        type="primary"
        loading={sponsor.isPending}
        question={t('proposal.sponsorQuestion')}
        confirmText={t('proposal.sponsor')}
        onConfirm={() => sponsor.mutate(null)}
      >
        {t('proposal.sponsor')}
      </ConfirmButton>
      {activity.proposal?.state === 'waiting' && <Decline activity={activity} />}
    </>
  );
}

function Decline({ activity }: { readonly activity: Seen }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason?: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const decline = useDecline(activity);
  const send = (): void =>
    decline.mutate(reason, { onError: (error) => showErrors(form, error, ['reason']) });
  return (
    <details className="register-others">
      <summary>{t('proposal.decline')}</summary>
      <Form form={form} name="decline-proposal" layout="vertical" requiredMark={false}>
        <Form.Item name="reason" label={t('proposal.declineReason')}>
          <TextArea rows={2} maxLength={500} />
        </Form.Item>
        {decline.isError && (
          <Refusal title={t('proposal.notDone')} error={decline.error} fields={['reason']} />
        )}
        <ConfirmButton
          danger
          disabled={reason === ''}
          loading={decline.isPending}
          question={t('proposal.declineQuestion')}
          confirmText={t('proposal.decline')}
          onConfirm={send}
        >
          {t('proposal.decline')}
        </ConfirmButton>
      </Form>
    </details>
  );
}
