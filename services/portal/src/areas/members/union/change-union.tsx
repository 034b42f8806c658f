import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import {
  changeOf,
  formOf,
  latitudePattern,
  longitudePattern,
  saysPlace,
  unionFields,
  type UnionForm,
  type UnionTier,
  unionTiers,
} from './union-form.model.js';
import { type Union, useChangeUnion } from './use-union.js';

interface ChangeUnionProps {
  readonly union: Union;
  readonly onClose: () => void;
}

/** What was typed stays when somebody else was first: only the version is taken from what is shown then. */
export function ChangeUnion({ union, onClose }: ChangeUnionProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<UnionForm>();
  const change = useChangeUnion(union.id);
  const submit = (values: UnionForm): void =>
    change.mutate(
      { body: changeOf({ ...formOf(union), ...values }), version: union.version },
      { onSuccess: onClose, onError: (error) => showErrors(form, error, unionFields) },
    );
  return (
    <section className="card" aria-labelledby="change-union-title">
      <h2 id="change-union-title">{t('union.change')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={change.isPending}
        initialValues={formOf(union)}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label={t('union.name')}
          rules={[{ required: true, whitespace: true, message: t('union.nameRequired') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <TierField />
        <PlaceFields />
        {change.isError && (
          <Refusal title={t('union.changeRefused')} error={change.error} fields={unionFields} />
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('union.close')}</Button>
        </div>
      </Form>
    </section>
  );
}

export function TierField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="tier" label={t('union.tier')} extra={t('union.tierHint')}>
      <Choice<UnionTier>
        options={[
          { value: '', label: t('union.noTier') },
          ...unionTiers.map((value) => ({ value, label: t(`union.tiers.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}

/** Both degrees or nothing: an address alone measures no distance. */
function PlaceFields() {
  const { t } = useTranslation();
  const place = Form.useWatch('place', Form.useFormInstance<UnionForm>()) as UnionForm['place'] | undefined;
  const required = place !== undefined && saysPlace(place);
  const degrees = [
    ['longitude', longitudePattern],
    ['latitude', latitudePattern],
  ] as const;
  return (
    <div role="group" aria-labelledby="union-place-title">
      <h3 id="union-place-title">{t('union.place')}</h3>
      <p className="hint">{t('union.placeHint')}</p>
      <div className="two-columns">
        {degrees.map(([name, pattern]) => (
          <Form.Item
            key={name}
            name={['place', name]}
            label={t(`union.${name}`)}
            rules={[{ required, pattern, message: t(`union.${name}Format`) }]}
          >
            <Input inputMode="decimal" maxLength={16} autoComplete="off" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name={['place', 'address']} label={t('union.address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
