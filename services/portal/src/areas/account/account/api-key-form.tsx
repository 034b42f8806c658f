import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import type { Command } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, PasswordInput } from '../../../kit/input.js';

type NewKey = components['schemas']['CreateApiKeyRequest'];
type Scopes = NewKey['scopes'];

interface KeyForm {
  readonly name: string;
  readonly scopes: Scopes;
  /** A day such as `2027-06-30`; the key ends with it. */
  readonly expiresAt: string;
  readonly password: string;
  readonly factor?: { readonly code: string };
}

const scopes: Scopes = ['read', 'write'];
const dayMs = 86_400_000;
/** The platform allows a year; one day less, since a key is valid to the end of its last day. */
const daysMax = 364;
const daysUsual = 90;

const dayIn = (days: number): string =>
  localTimeOf(new Date(Date.now() + days * dayMs).toISOString()).slice(0, 10);

export function ApiKeyForm({ make }: { readonly make: Command<{ readonly body: NewKey }, unknown> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<KeyForm>();
  const credentials = useRead('credential', '/me/credentials', {});
  return (
    <CommandForm
      form={form}
      command={make}
      input={({ name, expiresAt, ...typed }: KeyForm) => ({
        body: { ...typed, name: name.trim(), expiresAt: instantOf(`${expiresAt}T23:59`) },
      })}
      submit={t('account.makeKey')}
      refused={t('account.keyRefused')}
      onDone={() => form.resetFields()}
      initialValues={{ scopes: ['read'], expiresAt: dayIn(daysUsual) }}
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
        extra={t('account.keyScopesHint')}
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
      {credentials.data?.hasSecondFactor && (
        <Form.Item
          name={['factor', 'code']}
          label={t('credential.keyCode')}
          rules={[{ required: true, whitespace: true, message: t('credential.codeRequired') }]}
        >
          <Input autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} />
        </Form.Item>
      )}
    </CommandForm>
  );
}
