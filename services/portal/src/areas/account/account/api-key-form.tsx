import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import type { ApiKey, useMakeApiKey } from './use-account.js';
import { Input, PasswordInput } from '../../../kit/input.js';

interface KeyForm {
  readonly name: string;
  readonly scopes: ApiKey['scopes'];
  /** A day such as `2027-06-30`; the key ends with it. */
  readonly expiresAt: string;
  readonly password: string;
}

const fields = ['name', 'scopes', 'expiresAt', 'password'];
const scopes: ApiKey['scopes'] = ['read', 'write'];
const dayMs = 86_400_000;
/** The platform allows a year; one day less, since the last day is meant to its end. */
const daysMax = 364;
const daysUsual = 90;

const dayIn = (days: number): string =>
  localTimeOf(new Date(Date.now() + days * dayMs).toISOString()).slice(0, 10);

export function ApiKeyForm({ make }: { readonly make: ReturnType<typeof useMakeApiKey> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<KeyForm>();
  const submit = ({ name, scopes: chosen, expiresAt, password }: KeyForm): void =>
    make.mutate(
      { name: name.trim(), scopes: chosen, expiresAt: instantOf(`${expiresAt}T23:59`), password },
      { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}

      initialValues={{ scopes: ['read'], expiresAt: dayIn(daysUsual) }}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="name"
        label={t('account.keyName')}
        rules={[{ required: true, whitespace: true, message: t('account.keyNameRequired') }]}
      >
        <Input maxLength={100} placeholder={t('account.keyNameHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t('account.keyScopes')}
        rules={[{ type: 'array', min: 1, message: t('account.keyScopesRequired') }]}
      >
        <Checkbox.Group
          options={scopes.map((scope) => ({ value: scope, label: t(`account.scope.${scope}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="expiresAt"
        label={t('account.keyExpires')}
        rules={[{ required: true, message: t('account.keyExpiresRequired') }]}
      >
        <Input type="date" min={dayIn(0)} max={dayIn(daysMax)} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('account.keyPassword')}
        rules={[{ required: true, message: t('account.keyPasswordRequired') }]}
      >
        <PasswordInput autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {make.isError && <Refusal title={t('account.keyRefused')} error={make.error} fields={fields} />}
      <Button htmlType="submit" loading={make.isPending}>
        {t('account.makeKey')}
      </Button>
    </Form>
  );
}
