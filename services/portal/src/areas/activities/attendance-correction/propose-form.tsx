import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { MemberPicker } from '../../../session/member-picker.js';

/** Whose attendance is to be corrected, and the recorded heads where they are known. */
export interface Chosen {
  readonly personId: string;
  readonly name: string;
  readonly heads: number | null;
}

interface ProposeFormProps {
  readonly activityId: string;
  readonly chosen: Chosen | null;
  readonly onChoose: (person: Chosen | null) => void;
}

interface Typed {
  readonly heads: string;
  readonly reason: string;
}

/** A person who came is chosen from the list below; anybody else is found by name. */
export function ProposeForm({ activityId, chosen, onChoose }: ProposeFormProps) {
  const { t } = useTranslation();
  const propose = useCommand(
    'attendanceCorrection',
    'post',
    '/activities/{activityId}/attendance-corrections',
  );
  if (chosen === null) {
    return (
      <>
        {propose.isSuccess && <p role="status">{t('correction.proposed')}</p>}
        <p>{t('correction.choose')}</p>
        <MemberPicker
          label={t('correction.find')}
          onPick={({ id, name }) => onChoose({ personId: id, name, heads: null })}
        />
      </>
    );
  }
  const { personId, name, heads: recorded } = chosen;
  // Most often a person in the list did not come, and one who is not in it came alone.
  const initialHeads = recorded === null ? '1' : '0';
  return (
    <CommandForm
      key={personId}
      command={propose}
      input={({ heads, reason }: Typed) => ({
        activityId,
        body: { personId, heads: Number(heads), reason: reason.trim() },
      })}
      submit={t('correction.send')}
      done={null}
      refused={t('correction.notProposed')}
      onDone={() => onChoose(null)}
      onCancel={() => onChoose(null)}
      cancel={t('correction.another')}
      initialValues={{ heads: initialHeads }}
    >
      <p>
        <strong>{name}</strong>{' '}
        {recorded === null ? t('correction.foundByName') : t('correction.asRecorded', { count: recorded })}
      </p>
      <HowMany />
    </CommandForm>
  );
}

function HowMany() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="heads"
        label={t('correction.headsReally')}
        extra={t('correction.headsHint')}
        rules={[wholeNumberRule(0, 100, t('correction.headsFormat'))]}
      >
        <Input inputMode="numeric" maxLength={3} className="short-field" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('correction.reason')}
        extra={t('correction.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('correction.reasonRequired') }]}
      >
        <TextArea maxLength={500} rows={3} />
      </Form.Item>
    </>
  );
}
