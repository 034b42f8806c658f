import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type ClubMember, useEndClubMembership } from './use-club.js';

const fields = ['reason'];

interface RemoveClubMemberProps {
  readonly clubId: string;
  readonly member: ClubMember;
  readonly onClose: () => void;
}

/** For a reason, which that one reads. He can join again, or be added. */
export function RemoveClubMember({ clubId, member, onClose }: RemoveClubMemberProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const end = useEndClubMembership(clubId);
  const send = async (): Promise<void> => {
    const { reason } = await form.validateFields();
    end.mutate(
      { ...member, reason: reason.trim() },
      { onSuccess: onClose, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={end.isPending}>
      <h3>{t('club.removeOf', { name: member.name })}</h3>
      <Form.Item
        name="reason"
        label={t('club.reasonRead')}
        rules={[{ required: true, whitespace: true, message: t('club.reasonRequired') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      {end.isError && <Refusal title={t('club.refused')} error={end.error} fields={fields} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={end.isPending}
          question={t('club.removeQuestion', { name: member.name })}
          confirmText={t('club.remove')}
          onConfirm={() => void send()}
        >
          {t('club.remove')}
        </ConfirmButton>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
