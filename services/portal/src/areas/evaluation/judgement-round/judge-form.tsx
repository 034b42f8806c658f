import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { InvitedJudge, JudgementRound } from './judgement-round.model.js';

interface Invitation {
  readonly name: string;
}

interface JudgeFormProps {
  readonly round: JudgementRound;
  readonly onLink: (invited: InvitedJudge) => void;
}

/** Invites a judge, whose link is given to `onLink`. */
export function JudgeForm({ round, onLink }: JudgeFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Invitation>();
  const invite = useCommand('judgementRound', 'post', '/judgement-rounds/{judgementRoundId}/judges');
  return (
    <CommandForm
      command={invite}
      input={({ name }: Invitation) => ({ judgementRoundId: round.id, body: { name: name.trim() } })}
      submit={t('judging.invite')}
      done={null}
      refused={t('judging.notInvited')}
      onDone={(invited) => {
        form.resetFields();
        onLink(invited);
      }}
      form={form}
      name="judge"
    >
      <Form.Item
        name="name"
        label={t('judging.judgeName')}
        extra={t('judging.judgeNameHint')}
        rules={[{ required: true, whitespace: true, message: t('judging.judgeNameRequired') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
