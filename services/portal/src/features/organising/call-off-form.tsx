import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { showErrors } from '../../shell/form-errors.js';
import { TextArea } from '../../shell/input.js';
import { Refusal } from '../../shell/states.js';
import type { Activity } from './activity-form.js';
import { useCancelActivity } from './use-organising.js';

interface CallOffFormProps {
  readonly activity: Activity;
  readonly onBack: () => void;
}

/** The reason goes to everybody who signed up; it is asked for first, and then once more whether it is meant. */
export function CallOffForm({ activity, onBack }: CallOffFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const cancel = useCancelActivity(activity.id);
  const send = (): void => cancel.mutate(reason, { onError: (error) => showErrors(form, error, ['reason']) });
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="call-off">
      <Form.Item
        name="reason"
        label={t('organising.callOffReason')}
        rules={[{ required: true, whitespace: true, message: t('organising.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {cancel.isError && (
        <Refusal title={t('organising.notCalledOff')} error={cancel.error} fields={['reason']} />
      )}
      <div className="actions">
        <ConfirmButton
          danger
          type="primary"
          disabled={reason === ''}
          loading={cancel.isPending}
          question={t(activity.state === 'draft' ? 'organising.callOffDraft' : 'organising.callOffQuestion')}
          confirmText={t('organising.callOff')}
          onConfirm={send}
        >
          {t('organising.callOff')}
        </ConfirmButton>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
