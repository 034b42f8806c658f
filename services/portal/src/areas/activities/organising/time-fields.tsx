import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';

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
      <Form.Item name="timeZone" label={t('activityForm.timeZone')} extra={t('activityForm.timeZoneHint')}>
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
  return (
    <Form.Item
      name={name}
      label={label}
      {...(hint === undefined ? {} : { extra: hint })}
      rules={[{ required: isRequired, message: t('activityForm.momentRequired') }]}
    >
      <Input type="datetime-local" />
    </Form.Item>
  );
}

/** The zones of the region come first; all others follow. */
const nearZones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei'];
const farZones = Intl.supportedValuesOf('timeZone').filter((zone) => !nearZones.includes(zone));

interface ZoneFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (zone: string | undefined) => void;
}

function ZoneField(props: ZoneFieldProps) {
  const { locale } = useFormat();
  const named = nearZones.map((value) => ({ value, label: `${zoneName(value, locale)} (${value})` }));
  const others = farZones.map((value) => ({ value, label: value }));
  return <Choice {...props} options={[...named, ...others]} />;
}

function zoneName(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
