import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Member } from '../../../session/member-picker.js';
import { type Committee, type HeldFields, heldOf, HeldOnFields, MemberField } from './committee-parts.js';

interface ByElectionFields extends HeldFields {
  readonly personId: Member;
}

interface FileByElectionProps {
  readonly committeeId: string;
  readonly seat: Committee['seats'][number];
  readonly onClose: () => void;
}

/** One member is elected anew, for what is left of the term. */
export function FileByElection({ committeeId, seat, onClose }: FileByElectionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const file = useCommand('committeeElection', 'post', '/committees/{committeeId}/by-elections');
  return (
    <CommandForm
      command={file}
      input={({ personId: { personId }, ...held }: ByElectionFields) => ({
        committeeId,
        body: { ...heldOf(held), personId, seatId: seat.id },
      })}
      submit={t('committee.file')}
      refused={t('committee.refused')}
      onDone={({ id }) => void navigate(`/committee-elections/${id}`)}
      onCancel={onClose}
    >
      <h3>{t('committee.byElection', { office: t(`committee.offices.${seat.office}`) })}</h3>
      <Form.Item
        name="personId"
        label={t('committee.person')}
        extra={t('committee.personHint')}
        rules={[{ required: true, message: t('committee.personRequired') }]}
      >
        <MemberField />
      </Form.Item>
      <HeldOnFields />
    </CommandForm>
  );
}
