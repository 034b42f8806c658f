import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Activity } from '../activity/use-activities.js';
import { type DrawForm as Values, drawFormOf, drawOf } from './draw-times.js';
import type { Draw } from './use-draw.js';

interface NewDrawFormProps {
  readonly activity: Activity;
  readonly onBack: () => void;
}

export function NewDrawForm({ activity, onBack }: NewDrawFormProps) {
  const { t } = useTranslation();
  const create = useCommand('draw', 'post', '/activities/{activityId}/draws');
  return (
    <CommandForm
      command={create}
      input={(values: Values) => ({ activityId: activity.id, body: drawOf(values, activity.timeZone) })}
      submit={t('draw.organise.save')}
      refused={t('draw.organise.refused')}
      onDone={onBack}
      onCancel={onBack}
      cancel={t('common.back')}
      initialValues={drawFormOf(activity, null, new Date())}
    >
      <DrawFields />
    </CommandForm>
  );
}

export function ChangeDrawForm({ activity, draw, onBack }: NewDrawFormProps & { readonly draw: Draw }) {
  const { t } = useTranslation();
  const change = useCommand('draw', 'patch', '/draws/{drawId}', { onStale: 'refuse' });
  return (
    <CommandForm
      command={change}
      input={(values: Values) => ({
        drawId: draw.id,
        version: draw.version,
        body: drawOf(values, activity.timeZone),
      })}
      submit={t('draw.organise.saveChange')}
      refused={t('draw.organise.notChanged')}
      onDone={onBack}
      onCancel={onBack}
      cancel={t('common.back')}
      initialValues={drawFormOf(activity, draw, new Date())}
    >
      <DrawFields />
    </CommandForm>
  );
}

/** When one may enter, and whether those who came less often go first. */
function DrawFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('draw.organise.required') }];
  return (
    <>
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
    </>
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
