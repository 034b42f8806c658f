import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type CoHost, useInvite, useWithdrawInvitation } from '../hosts/use-co-hosts.js';

interface AnswerProps {
  readonly coHost: CoHost;
}

/** The organiser takes up the other terms of a party by inviting it anew, or refuses them. */
export function AnswerCounter({ coHost }: AnswerProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'anew' | 'refuse' | null>(null);
  const close = (): void => setShown(null);
  if (shown === 'anew') return <AnewForm coHost={coHost} onBack={close} />;
  if (shown === 'refuse') return <RefuseForm coHost={coHost} onBack={close} />;
  return (
    <div className="actions">
      <Button type="primary" onClick={() => setShown('anew')}>
        {t('counter.inviteAnew')}
      </Button>
      <Button danger onClick={() => setShown('refuse')}>
        {t('coHost.refuseTerms')}
      </Button>
    </div>
  );
}

interface AnswerFormProps extends AnswerProps {
  readonly onBack: () => void;
}

function AnewForm({ coHost: { activityId, party, counterNote }, onBack }: AnswerFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ message: string }>();
  const invite = useInvite(activityId);
  const send = ({ message }: { message: string }): void =>
    invite.mutate(
      { party: { kind: party.kind, id: party.id }, message: message.trim() },
      { onError: (error) => showErrors(form, error, ['message']) },
    );
  const start = { message: counterNote ?? '' };
  return (
    <Form
      form={form}
      name="invite-anew"
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
    >
      <Form.Item
        name="message"
        label={t('counter.inviteAnewMessage')}
        rules={[{ required: true, whitespace: true, message: t('counter.noteRequired') }]}
      >
        <TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {invite.isError && (
        <Refusal title={t('counter.notInvited')} error={invite.error} fields={['message']} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={invite.isPending}>
          {t('counter.inviteAnew')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function RefuseForm({ coHost, onBack }: AnswerFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const refuse = useWithdrawInvitation(coHost);
  const send = ({ reason }: { reason: string }): void =>
    refuse.mutate(reason.trim(), { onError: (error) => showErrors(form, error, ['reason']) });
  return (
    <Form form={form} name="refuse-terms" layout="vertical" requiredMark={false} onFinish={send}>
      <Form.Item
        name="reason"
        label={t('counter.refuseReason')}
        rules={[{ required: true, whitespace: true, message: t('counter.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {refuse.isError && <Refusal title={t('counter.notRefused')} error={refuse.error} fields={['reason']} />}
      <div className="actions">
        <Button danger type="primary" htmlType="submit" loading={refuse.isPending}>
          {t('counter.refuse')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
