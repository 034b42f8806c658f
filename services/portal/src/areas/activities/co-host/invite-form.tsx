import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type NamedParty, PartyPicker } from '../../../session/party-picker.js';
import { useInvite } from '../hosts/use-co-hosts.js';

export function InviteForm({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ message?: string }>();
  const [party, setParty] = useState<NamedParty | null>(null);
  const invite = useInvite(activityId);
  if (party === null) {
    return (
      <div className="add-row">
        <h3>{t('coHost.invite')}</h3>
        <PartyPicker label={t('coHost.searchLabel')} onPick={setParty} />
      </div>
    );
  }
  const send = ({ message = '' }: { message?: string }): void => {
    const { kind, id } = party;
    const text = message.trim();
    invite.mutate(
      { party: { kind, id }, ...(text === '' ? {} : { message: text }) },
      { onSuccess: () => setParty(null), onError: (error) => showErrors(form, error, ['message']) },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="add-row" onFinish={send}>
      <h3>{t('coHost.inviteNamed', { name: party.name })}</h3>
      <Form.Item name="message" label={`${t('coHost.message')} (${t('common.optional')})`}>
        <TextArea rows={2} maxLength={1000} placeholder={t('coHost.messageExample')} />
      </Form.Item>
      {invite.isError && <Refusal title={t('coHost.notInvited')} error={invite.error} fields={['message']} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={invite.isPending}>
          {t('coHost.sendInvitation')}
        </Button>
        <Button onClick={() => setParty(null)}>{t('coHost.another')}</Button>
      </div>
    </Form>
  );
}
