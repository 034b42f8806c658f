import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ExceptionList } from './exception-list.js';
import { SpanList } from './span-list.js';
import type { Hours, HoursBody, SetHours } from './lending.model.js';

type Weekly = NonNullable<Hours['weekly']>;

interface Values {
  readonly kind: 'always' | 'weekly';
  readonly weekly: Weekly;
  readonly exceptions: Hours['exceptions'];
  readonly holidays: Hours['holidays'];
  readonly makeUpDays: Hours['makeUpDays'];
  readonly overnight: boolean;
}

/** Monday to Friday from nine to six, as most halls have it: what a new form begins with. */
const usual: Weekly = (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
  weekday,
  from: '09:00',
  to: '18:00',
}));

interface HoursFormProps {
  readonly resourceId: string;
  readonly hours: Hours;
  /** Of the page: a save mounts the form again with the saved hours, and the page still says that they were saved. */
  readonly set: SetHours;
}

/** The hours of a week, single dates, holidays and make-up workdays. */
export function HoursForm({ resourceId, hours, set }: HoursFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? kindOf(hours);
  return (
    <CommandForm
      form={form}
      command={set}
      input={(values: Values) => ({ resourceId, version: hours.version, body: bodyOf(values) })}
      submit={t('lending.save')}
      refused={t('lending.refused')}
      initialValues={valuesOf(hours)}
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
    </CommandForm>
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
