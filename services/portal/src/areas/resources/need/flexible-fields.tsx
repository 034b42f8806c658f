import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type DayChoice, dayChoices } from './need-form.js';

/** From a quarter of an hour to a whole day. */
const minutesRange = [15, 1_440] as const;

/** Any day from one to another, within some hours, for so long. */
export function FlexibleFields({ place }: { readonly place: number }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('need.form.timeRequired') }];
  const names = Object.keys(dayChoices) as DayChoice[];
  return (
    <div className="two-columns">
      <Form.Item name={[place, 'fromDay']} label={t('need.form.fromDay')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name={[place, 'toDay']} label={t('need.form.toDay')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name={[place, 'fromTime']}
        label={t('need.form.fromTime')}
        initialValue="09:00"
        rules={required}
      >
        <Input type="time" />
      </Form.Item>
      <Form.Item name={[place, 'toTime']} label={t('need.form.toTime')} initialValue="18:00" rules={required}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name={[place, 'days']} label={t('need.form.days')}>
        <Choice
          options={[
            { value: '' as const, label: t('need.days.every') },
            ...names.map((value) => ({ value, label: t(`need.days.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name={[place, 'minutes']}
        label={t('need.form.minutes')}
        initialValue="120"
        rules={[wholeNumberRule(...minutesRange, t('need.form.minutesRange'))]}
      >
        <Input inputMode="numeric" maxLength={4} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
