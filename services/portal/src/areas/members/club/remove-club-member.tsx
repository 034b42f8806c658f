import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { ClubMember } from './club.model.js';

interface RemoveClubMemberProps {
  readonly clubId: string;
  readonly member: ClubMember;
  readonly onClose: () => void;
}

/** Removes a member for a reason, which the member reads. They can join again, or be added. */
export function RemoveClubMember({ clubId, member, onClose }: RemoveClubMemberProps) {
  const { t } = useTranslation();
  const end = useCommand('club', 'post', '/clubs/{clubId}/members/{personId}/end');
  const { personId, version, name } = member;
  return (
    <CommandForm
      command={end}
      input={({ reason }: { readonly reason: string }) => ({
        clubId,
        personId,
        version,
        body: { reason: reason.trim() },
      })}
      submit={t('club.remove')}
      refused={t('club.refused')}
      confirm={{ question: t('club.removeQuestion', { name }), text: t('club.remove') }}
      danger
      onDone={onClose}
      onCancel={onClose}
    >
      {/* Pressed far down a long list, which it stands above: so its field is gone to. */}
      <h3>{t('club.removeOf', { name })}</h3>
      <Form.Item
        name="reason"
        label={t('club.reasonRead')}
        rules={[{ required: true, whitespace: true, message: t('club.reasonRequired') }]}
      >
        <Input maxLength={500} autoComplete="off" autoFocus />
      </Form.Item>
    </CommandForm>
  );
}
