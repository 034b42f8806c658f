import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import type { Freeze } from './freeze.model.js';

export function ReleaseForm({ freeze }: { readonly freeze: Freeze }) {
  const { t } = useTranslation();
  const release = useCommand('partyFreeze', 'post', '/party-freezes/{partyFreezeId}/release');
  return (
    <CommandForm
      // Several freezes stand on one page: their fields need names of their own.
      name={`release-${freeze.id}`}
      command={release}
      input={({ reason }: { readonly reason: string }) => ({
        partyFreezeId: freeze.id,
        version: freeze.version,
        body: { reason: reason.trim() },
      })}
      submit={t('settling.freeze.release')}
      refused={t('settling.freeze.releaseRefused')}
      confirm={{
        question: t('settling.freeze.releaseQuestion', { party: freeze.party.name }),
        text: t('settling.freeze.releaseConfirm'),
      }}
      secondary
    >
      <Form.Item
        name="reason"
        label={t('settling.freeze.releaseReason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
