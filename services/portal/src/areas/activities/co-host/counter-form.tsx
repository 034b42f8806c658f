import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { CoHost } from '../hosts/use-co-hosts.js';

interface CounterFormProps {
  readonly invitation: CoHost;
  readonly onDone: () => void;
}

/** Accepts an invitation on other terms. */
export function CounterForm({ invitation, onDone }: CounterFormProps) {
  const { t } = useTranslation();
  const counter = useCommand('coHost', 'post', '/co-host-invitations/{invitationId}/counter-propose');
  return (
    <CommandForm
      command={counter}
      name={`counter-${invitation.id}`}
      input={({ note }: { readonly note: string }) => ({
        invitationId: invitation.id,
        version: invitation.version,
        body: { note: note.trim() },
      })}
      submit={t('counter.send')}
      refused={t('counter.notSent')}
      onDone={onDone}
      onCancel={onDone}
    >
      <Form.Item
        name="note"
        label={t('counter.note')}
        extra={t('counter.hint')}
        rules={[{ required: true, whitespace: true, message: t('counter.noteRequired') }]}
      >
        <TextArea rows={3} maxLength={1000} placeholder={t('counter.noteExample')} />
      </Form.Item>
    </CommandForm>
  );
}
