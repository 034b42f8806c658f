import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
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

interface AttributesFormProps {
  readonly resource: Resource;
  readonly attributes: Attributes;
}

/** The attributes that resources of this function have. */
export function AttributesForm({ resource, attributes }: AttributesFormProps) {
  const { t } = useTranslation();
  const save = useCommand('resource', 'put', '/resources/{resourceId}/attributes');
  return (
    <>
      <CommandForm
        command={save}
        input={(values: Values) => ({
          resourceId: resource.id,
          version: attributes.version,
          body: bodyOf(resource.function, values),
        })}
        submit={t('profile.attributes.save')}
        done={null}
        refused={t('profile.notSaved')}
        initialValues={formOf(attributes)}
      >
        {attributesOf[resource.function].map((name) => (
          <AttributeField key={name} name={name} />
        ))}
      </CommandForm>
      {save.isSuccess && <p role="status">{t('profile.saved')}</p>}
    </>
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
