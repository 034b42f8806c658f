import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { MemberPicker } from '../../../session/member-picker.js';
import { usePropose } from './use-corrections.js';

/** Whose attendance is to be put right, and what it says of him where it is known. */
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

const fields = ['heads', 'reason'];

/** Somebody who came is chosen from the list below, anybody else is found by name. */
export function ProposeForm({ activityId, chosen, onChoose }: ProposeFormProps) {
  const { t } = useTranslation();
  const propose = usePropose(activityId);
  if (chosen !== null)
    return <Really propose={propose} chosen={chosen} onChoose={onChoose} key={chosen.personId} />;
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

interface ReallyProps {
  readonly propose: ReturnType<typeof usePropose>;
  readonly chosen: Chosen;
  readonly onChoose: (person: Chosen | null) => void;
}

/** With how many he really came: most often who is in the list did not come, and who is not came alone. */
function Really({ propose, chosen, onChoose }: ReallyProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const submit = ({ heads, reason }: Typed): void =>
    propose.mutate(
      { personId: chosen.personId, heads: Number(heads), reason: reason.trim() },
      { onSuccess: () => onChoose(null), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ heads: chosen.heads === null ? '1' : '0' }}
      onFinish={submit}
    >
      <p>
        <strong>{chosen.name}</strong>{' '}
        {chosen.heads === null
          ? t('correction.foundByName')
          : t('correction.asRecorded', { count: chosen.heads })}
      </p>
      <HowMany />
      {propose.isError && (
        <Refusal title={t('correction.notProposed')} error={propose.error} fields={fields} />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t('correction.send')}
        </Button>
        <Button onClick={() => onChoose(null)}>{t('correction.another')}</Button>
      </div>
    </Form>
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
