import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { CoHost } from '../hosts/use-co-hosts.js';

interface AnswerProps {
  readonly coHost: CoHost;
}

/** The organiser accepts the other terms of a party by inviting it again, or refuses them. */
export function AnswerCounter({ coHost }: AnswerProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'invite' | 'refuse' | null>(null);
  const close = (): void => setShown(null);
  if (shown === 'invite') return <InviteAgainForm coHost={coHost} onBack={close} />;
  if (shown === 'refuse') return <RefuseForm coHost={coHost} onBack={close} />;
  return (
    <div className="actions">
      <Button type="primary" onClick={() => setShown('invite')}>
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

function InviteAgainForm({ coHost: { activityId, party, counterNote }, onBack }: AnswerFormProps) {
  const { t } = useTranslation();
  const invite = useCommand('coHost', 'post', '/activities/{activityId}/co-hosts');
  return (
    <CommandForm
      command={invite}
      name="invite-anew"
      input={({ message }: { readonly message: string }) => ({
        activityId,
        body: { party: { kind: party.kind, id: party.id }, message: message.trim() },
      })}
      submit={t('counter.inviteAnew')}
      refused={t('counter.notInvited')}
      onCancel={onBack}
      initialValues={{ message: counterNote ?? '' }}
    >
      <Form.Item
        name="message"
        label={t('counter.inviteAnewMessage')}
        rules={[{ required: true, whitespace: true, message: t('counter.noteRequired') }]}
      >
        <TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  );
}

function RefuseForm({ coHost, onBack }: AnswerFormProps) {
  const { t } = useTranslation();
  const refuse = useCommand('coHost', 'post', '/co-host-invitations/{invitationId}/withdraw');
  return (
    <CommandForm
      command={refuse}
      name="refuse-terms"
      input={({ reason }: { readonly reason: string }) => ({
        invitationId: coHost.id,
        version: coHost.version,
        body: { reason: reason.trim() },
      })}
      submit={t('counter.refuse')}
      refused={t('counter.notRefused')}
      danger
      onCancel={onBack}
    >
      <Form.Item
        name="reason"
        label={t('counter.refuseReason')}
        rules={[{ required: true, whitespace: true, message: t('counter.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
