import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { EmptyState, Refusal } from '../../../kit/states.js';
import { NewLink } from './new-link.js';
import {
  type InvitedJudge,
  type Judge,
  type JudgementRound,
  useInvite,
  useRenew,
  useRevoke,
} from './use-judgement-rounds.js';

interface SectionProps {
  readonly round: JudgementRound;
}

/** Who judges: each with how far he has come, and a link that is shown once. */
export function JudgeSection({ round }: SectionProps) {
  const { t } = useTranslation();
  // The link lives in this page's memory only, until the page is left.
  const [invited, setInvited] = useState<InvitedJudge | null>(null);
  const { judges, state } = round;
  return (
    <section className="card" aria-labelledby="judges-title">
      <h2 id="judges-title">{t('judging.judges')}</h2>
      {invited !== null && <NewLink invited={invited} />}
      {judges.length === 0 ? (
        <EmptyState text={t('judging.judgesNone')} />
      ) : (
        <ul className="plain-list judge-lines">
          {judges.map((judge) => (
            <JudgeLine key={judge.id} round={round} judge={judge} onLink={setInvited} />
          ))}
        </ul>
      )}
      {state === 'open' && <InviteForm round={round} onLink={setInvited} />}
    </section>
  );
}

interface LinkProps extends SectionProps {
  readonly onLink: (invited: InvitedJudge) => void;
}

function JudgeLine({ round, judge, onLink }: LinkProps & { readonly judge: Judge }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, judged, savedAt, revokedAt } = judge;
  const saved =
    savedAt === null ? t('judging.neverSaved') : t('judging.savedAt', { time: format.instant(savedAt) });
  return (
    <li>
      <div>
        <p>
          {name} {revokedAt !== null && <span className="tag is-cancelled">{t('judging.revoked')}</span>}
        </p>
        <p className="hint">
          {t('judging.progress', { judged, pairs: round.pairs })} · {saved}
        </p>
        <progress
          max={round.pairs}
          value={judged}
          aria-label={t('judging.progress', { judged, pairs: round.pairs })}
        />
      </div>
      {round.state === 'open' && <LinkButtons round={round} judge={judge} onLink={onLink} />}
    </li>
  );
}

function LinkButtons({ round, judge, onLink }: LinkProps & { readonly judge: Judge }) {
  const { t } = useTranslation();
  const revoke = useRevoke(round.id);
  const renew = useRenew(round.id);
  const { id: judgeId, name } = judge;
  return (
    <div className="actions">
      {revoke.isError && <Refusal title={t('judging.notRevoked')} error={revoke.error} />}
      {renew.isError && <Refusal title={t('judging.notRenewed')} error={renew.error} />}
      <ConfirmButton
        loading={renew.isPending}
        question={<p>{t('judging.renewQuestion', { name })}</p>}
        confirmText={t('judging.renewYes')}
        aria-label={t('judging.renewOf', { name })}
        onConfirm={() => renew.mutate({ judgeId }, { onSuccess: onLink })}
      >
        {t('judging.renew')}
      </ConfirmButton>
      {judge.revokedAt === null && (
        <ConfirmButton
          danger
          loading={revoke.isPending}
          question={<p>{t('judging.revokeQuestion', { name })}</p>}
          confirmText={t('judging.revokeYes')}
          aria-label={t('judging.revokeOf', { name })}
          onConfirm={() => revoke.mutate({ judgeId })}
        >
          {t('judging.revoke')}
        </ConfirmButton>
      )}
    </div>
  );
}

const fields = ['name'];

function InviteForm({ round, onLink }: LinkProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly name: string }>();
  const invite = useInvite(round.id);
  const submit = ({ name }: { readonly name: string }): void =>
    invite.mutate(
      { name: name.trim() },
      {
        onSuccess: (invited) => {
          form.resetFields();
          onLink(invited);
        },
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form form={form} name="judge" layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item
        name="name"
        label={t('judging.judgeName')}
        extra={t('judging.judgeNameHint')}
        rules={[{ required: true, whitespace: true, message: t('judging.judgeNameRequired') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {invite.isError && <Refusal title={t('judging.notInvited')} error={invite.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={invite.isPending}>
        {t('judging.invite')}
      </Button>
    </Form>
  );
}
