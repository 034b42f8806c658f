import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { daysMax, headsMax, minutesMax, type UseKind, useKinds } from './use-form.js';
import { PriceField, WholeField } from './number-fields.js';
import { PrizeFields } from './prize-fields.js';

/** The use of a bill, as `use` in the form around it; its fields depend on its kind. */
export function UseFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch<UseKind | undefined>(['use', 'kind']);
  return (
    <fieldset className="companion">
      <legend>{t('fundRule.use.title')}</legend>
      <Form.Item name={['use', 'kind']} label={t('fundRule.use.kind')}>
        <Choice<UseKind>
          options={[
            { value: '', label: t('fundRule.use.unknown') },
            ...useKinds.map((one) => ({ value: one, label: t(`fundRule.use.kinds.${one}`) })),
          ]}
        />
      </Form.Item>
      {kind === 'prize' && <PrizeFields />}
      {kind === 'souvenir' && <SouvenirFields />}
      {kind === 'gift' && <GiftFields />}
      {kind === 'outing' && <OutingFields />}
      {(kind === 'meal' || kind === 'lodging') && <StayFields kind={kind} />}
      {kind === 'fee' && (
        <WholeField name={['use', 'minutes']} label={t('fundRule.use.minutes')} min={1} max={minutesMax} />
      )}
    </fieldset>
  );
}

function SouvenirFields() {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <WholeField name={['use', 'heads']} label={t('fundRule.use.heads')} min={0} max={headsMax} />
      <PriceField name={['use', 'unit']} />
    </div>
  );
}

function GiftFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <WholeField name={['use', 'heads']} label={t('fundRule.use.heads')} min={0} max={headsMax} />
        <Form.Item name={['use', 'festival']} label={t('fundRule.use.festival')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name={['use', 'cash']} valuePropName="checked">
        <Checkbox>{t('fundRule.use.cash')}</Checkbox>
      </Form.Item>
    </>
  );
}

function OutingFields() {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('fundRule.use.dateRequired') }];
  return (
    <div className="two-columns">
      <Form.Item name={['use', 'from']} label={t('fundRule.use.from')} rules={rules}>
        <DateInput />
      </Form.Item>
      <Form.Item name={['use', 'to']} label={t('fundRule.use.to')} rules={rules}>
        <DateInput />
      </Form.Item>
    </div>
  );
}

function StayFields({ kind }: { readonly kind: 'meal' | 'lodging' }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <WholeField name={['use', 'heads']} label={t('fundRule.use.heads')} min={0} max={headsMax} />
      <WholeField
        name={['use', 'days']}
        label={t(kind === 'meal' ? 'fundRule.use.days' : 'fundRule.use.nights')}
        min={1}
        max={daysMax}
      />
    </div>
  );
}
