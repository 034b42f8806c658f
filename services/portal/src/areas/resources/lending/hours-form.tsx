import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Refusal } from '../../../kit/states.js';
import { ExceptionList } from './exception-list.js';
import { SpanList } from './span-list.js';
import type { Hours, HoursBody, useSetHours } from './use-lending.js';

type Weekly = NonNullable<Hours['weekly']>;

interface Values {
  readonly kind: 'always' | 'weekly';
  readonly weekly: Weekly;
  readonly exceptions: Hours['exceptions'];
  readonly holidays: Hours['holidays'];
  readonly makeUpDays: Hours['makeUpDays'];
  readonly overnight: boolean;
}

/** Monday to Friday from nine to six, for whoever begins: what most halls have. */
const usual: Weekly = (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
  weekday,
  from: '09:00',
  to: '18:00',
}));

interface HoursFormProps {
  readonly hours: Hours;
  /** Of the page: the form is made anew with what was saved, and what is told of it stays. */
  readonly set: ReturnType<typeof useSetHours>;
}

/** The hours of a week, single dates, holidays and weekends that are worked. */
export function HoursForm({ hours, set }: HoursFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? kindOf(hours);
  const submit = (): void =>
    set.mutate({ version: hours.version, body: bodyOf(form.getFieldsValue(true) as Values) });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={set.isPending}
      initialValues={valuesOf(hours)}
      onFinish={submit}
    >
      <Form.Item name="kind" label={t('lending.hours.form.kind')}>
        <Choice
          options={(['always', 'weekly'] as const).map((value) => ({
            value,
            label: t(`lending.hours.form.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="weekly" hidden={kind === 'always'}>
        <SpanList />
      </Form.Item>
      <SpecialDays />
      <Form.Item name="exceptions">
        <ExceptionList />
      </Form.Item>
      {set.isError && <Refusal title={t('lending.refused')} error={set.error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('lending.save')}
        </Button>
      </div>
    </Form>
  );
}

function SpecialDays() {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <Form.Item name="holidays" label={t('lending.hours.form.holidays')}>
          <Choice
            options={(['closed', 'asUsual'] as const).map((value) => ({
              value,
              label: t(`lending.hours.form.holiday.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="makeUpDays" label={t('lending.hours.form.makeUpDays')}>
          <Choice
            options={(['asWorkday', 'asUsual'] as const).map((value) => ({
              value,
              label: t(`lending.hours.form.makeUp.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="overnight" valuePropName="checked" className="lending-boxes">
        <Checkbox>{t('lending.hours.form.overnight')}</Checkbox>
      </Form.Item>
    </>
  );
}

function kindOf({ weekly }: Hours): Values['kind'] {
  return weekly === null ? 'always' : 'weekly';
}

function valuesOf(hours: Hours): Values {
  const { weekly, exceptions, overnight } = hours;
  const isNew = hours.version === 0;
  return {
    kind: kindOf(hours),
    weekly: weekly ?? usual,
    exceptions,
    overnight,
    holidays: isNew ? 'closed' : hours.holidays,
    makeUpDays: isNew ? 'asWorkday' : hours.makeUpDays,
  };
}

function bodyOf({ kind, weekly, ...rest }: Values): HoursBody {
  return { ...rest, weekly: kind === 'always' ? null : weekly };
}
