import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';
import {
  type AttributeName,
  type Attributes,
  attributesOf,
  type AttributesForm as Values,
  bodyOf,
  formOf,
  isList,
  isNumber,
} from './attributes.model.js';
import { useSaveAttributes } from './use-profile.js';

interface AttributesFormProps {
  readonly resource: Resource;
  readonly attributes: Attributes;
}

/** What is asked of resources of this function. */
export function AttributesForm({ resource, attributes }: AttributesFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useSaveAttributes(resource.id, attributes.version);
  const names = attributesOf[resource.function];
  const submit = (values: Values): void =>
    save.mutate(bodyOf(resource.function, values), {
      onError: (error) => showErrors(form, error, names),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={formOf(attributes)}
      onFinish={submit}
    >
      {names.map((name) => (
        <AttributeField key={name} name={name} />
      ))}
      {save.isError && <Refusal title={t('profile.notSaved')} error={save.error} fields={names} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('profile.attributes.save')}
      </Button>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </Form>
  );
}

function AttributeField({ name }: { readonly name: AttributeName }) {
  const { t } = useTranslation();
  const label = t(`profile.attributes.${name}`);
  if (name === 'atBorrowersPlace') {
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  const whole = { pattern: /^\s*\d{1,7}\s*$/, message: t('profile.attributes.whole') };
  return (
    <Form.Item
      name={name}
      label={label}
      extra={isList(name) ? t('profile.attributes.listHint') : undefined}
      rules={isNumber(name) ? [whole] : []}
    >
      <Input maxLength={500} {...(isNumber(name) ? { inputMode: 'numeric' as const } : {})} />
    </Form.Item>
  );
}
