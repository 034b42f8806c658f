import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultTimeZone } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { useOptional } from './use-optional.js';

/** When it takes place and when one can sign up, as clocks show it in its own zone. */
export function TimeFields() {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t('activityForm.times')}</legend>
      <div className="two-columns">
        <Moment name="startsAt" label={t('activityForm.startsAt')} isRequired />
        <Moment name="endsAt" label={t('activityForm.endsAt')} isRequired />
        <Moment
          name="signUpOpensAt"
          label={t('activityForm.signUpOpensAt')}
          hint={t('activityForm.opensHint')}
        />
        <Moment
          name="signUpClosesAt"
          label={t('activityForm.signUpClosesAt')}
          hint={t('activityForm.closesHint')}
        />
      </div>
      <Form.Item name="timeZone" label={t('activityForm.timeZone')}>
        <ZoneField />
      </Form.Item>
    </fieldset>
  );
}

interface MomentProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

function Moment({ name, label, hint, isRequired = false }: MomentProps) {
  const { t } = useTranslation();
  const optional = useOptional();
  return (
    <Form.Item
      name={name}
      label={isRequired ? label : optional(label)}
      {...(hint === undefined ? {} : { extra: hint })}
      rules={[{ required: isRequired, message: t('activityForm.momentRequired') }]}
    >
      <Input type="datetime-local" />
    </Form.Item>
  );
}

interface ZoneFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (zone: string | undefined) => void;
}

/** All times are those of Beijing, unless the activity was made with another zone. */
function ZoneField({ id, value = defaultTimeZone, onChange }: ZoneFieldProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [first] = useState(value);
  if (first === defaultTimeZone) return <span id={id}>{t('activityForm.beijingTime')}</span>;
  const options = [defaultTimeZone, first].map((zone) => ({ value: zone, label: zoneName(zone, locale) }));
  return <Choice {...(id === undefined ? {} : { id })} value={value} options={options} onChange={onChange} />;
}

function zoneName(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
