import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { type NamedParty, PartyPicker } from '../../../session/party-picker.js';

export function InviteForm({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [party, setParty] = useState<NamedParty | null>(null);
  const invite = useCommand('coHost', 'post', '/activities/{activityId}/co-hosts');
  if (party === null) {
    return (
      <div className="add-row">
        <h3>{t('coHost.invite')}</h3>
        <PartyPicker label={t('coHost.searchLabel')} onPick={setParty} />
      </div>
    );
  }
  return (
    <CommandForm
      command={invite}
      className="add-row"
      input={({ message = '' }: { readonly message?: string }) => {
        const { kind, id } = party;
        const text = message.trim();
        return { activityId, body: { party: { kind, id }, ...(text === '' ? {} : { message: text }) } };
      }}
      submit={t('coHost.sendInvitation')}
      refused={t('coHost.notInvited')}
      onDone={() => setParty(null)}
      onCancel={() => setParty(null)}
      cancel={t('coHost.another')}
    >
      <h3>{t('coHost.inviteNamed', { name: party.name })}</h3>
      <Form.Item name="message" label={t('activityForm.optional', { label: t('coHost.message') })}>
        <TextArea rows={2} maxLength={1000} placeholder={t('coHost.messageExample')} />
      </Form.Item>
    </CommandForm>
  );
}
