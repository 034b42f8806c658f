import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { type DrawForm as Values, drawFields, drawFormOf, drawOf } from './draw-times.js';
import type { Draw, NewDraw } from './use-draws.js';

interface DrawFormProps {
  readonly activity: Activity;
  /** The one that is changed; null for a new one. */
  readonly draw: Draw | null;
  readonly sending: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly onSend: (
    draw: NewDraw,
    then: { readonly onSuccess: () => void; readonly onError: (error: unknown) => void },
  ) => void;
  readonly words: { readonly submit: string; readonly refused: string };
  readonly onBack: () => void;
}

/** When one may enter, and whether who came less often goes first. */
export function DrawForm({ activity, draw, sending, onSend, words, onBack }: DrawFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const submit = (values: Values): void =>
    onSend(drawOf(values, activity.timeZone), {
      onSuccess: onBack,
      onError: (error) => showErrors(form, error, drawFields),
    });
  const required = [{ required: true, message: t('draw.organise.required') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={sending.isPending}
      initialValues={drawFormOf(activity, draw, new Date())}
      onFinish={submit}
    >
      <div className="two-columns">
        <Form.Item name="opensAt" label={t('draw.organise.opensAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="closesAt" label={t('draw.organise.closesAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="isFair" valuePropName="checked">
        <Checkbox>{t('draw.organise.isFair')}</Checkbox>
      </Form.Item>
      <FairShareDays />
      {sending.isError && <Refusal title={words.refused} error={sending.error} fields={drawFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {words.submit}
        </Button>
        <Button onClick={onBack}>{t('common.back')}</Button>
      </div>
    </Form>
  );
}

function FairShareDays() {
  const { t } = useTranslation();
  const isFair = Form.useWatch<boolean | undefined>('isFair');
  return (
    <Form.Item
      name="fairShareDays"
      label={t('draw.organise.fairShareDays')}
      hidden={isFair === false}
      rules={isFair === false ? [] : [{ validator: checkDays(t('draw.organise.daysFormat')) }]}
    >
      <Input inputMode="numeric" maxLength={4} />
    </Form.Item>
  );
}

const daysMax = 1_095;

function checkDays(message: string): (_rule: unknown, text: string) => Promise<void> {
  return (_rule, text) => {
    const days = Number(text.trim());
    return /^\s*\d{1,4}\s*$/.test(text) && days >= 1 && days <= daysMax
      ? Promise.resolve()
      : Promise.reject(new Error(message));
  };
}
