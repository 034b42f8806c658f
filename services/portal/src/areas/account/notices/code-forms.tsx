import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { type Command, useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

type Channel = components['schemas']['NoticeAddressView']['channel'];
type NewMail = components['schemas']['AddMailAddress'];
type NewPhone = components['schemas']['AddPhoneAddress'];
type NewAccount = components['schemas']['AddWecomAddress'];
type Code = components['schemas']['ProveNoticeAddressBody'];

interface AddressFormProps {
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

export function MailForm(props: AddressFormProps) {
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/mail');
  return (
    <AddressForm
      {...props}
      way="mail"
      command={add}
      field="mail"
      input={({ mail }: NewMail) => ({ body: { mail: mail.trim() } })}
      // As the platform takes one: something, an @, and a name with a dot.
      pattern={/^[^\s@]+@[^\s@]+\.[^\s@.]+$/}
    >
      <Input type="email" inputMode="email" autoComplete="email" maxLength={254} />
    </AddressForm>
  );
}

export function PhoneForm(props: AddressFormProps) {
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/sms');
  return (
    <AddressForm
      {...props}
      way="sms"
      command={add}
      field="phone"
      input={({ phone }: NewPhone) => ({ body: { phone: digitsOf(phone) } })}
      clean={digitsOf}
      pattern={/^1[3-9]\d{9}$/}
    >
      <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={20} />
    </AddressForm>
  );
}

export function WecomForm(props: AddressFormProps) {
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/wecom');
  return (
    <AddressForm
      {...props}
      way="wecom"
      command={add}
      field="userId"
      input={({ userId }: NewAccount) => ({ body: { userId: userId.trim() } })}
      pattern={/^[A-Za-z0-9][\w.@-]*$/}
    >
      <Input autoComplete="off" autoCapitalize="none" maxLength={64} />
    </AddressForm>
  );
}

interface OneFieldProps<Values, Sent, Output> extends AddressFormProps {
  readonly way: 'mail' | 'sms' | 'wecom';
  readonly command: Command<Sent, Output>;
  readonly field: string;
  readonly input: (values: Values) => Sent;
  /** What is sent of what was typed. */
  readonly clean?: (text: string) => string;
  readonly pattern: RegExp;
  readonly children: ReactNode;
}

/** Sends a code to an address that is typed in one field. */
function AddressForm<Values extends object, Sent, Output>({
  way,
  command,
  field,
  input,
  clean = (text) => text.trim(),
  pattern,
  children,
  onSent,
  onCancel,
}: OneFieldProps<Values, Sent, Output>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      name={`notice-${way}`}
      className="notice-form"
      command={command}
      input={input}
      submit={t('noticeSettings.sendCode')}
      refused={t('noticeSettings.codeRefused')}
      onDone={onSent}
      onCancel={onCancel}
      cancel={t('noticeSettings.notNow')}
    >
      <Form.Item
        name={field}
        label={t(`noticeSettings.way.${way}.field`)}
        rules={[
          {
            required: true,
            transform: (text?: string) => clean(text ?? ''),
            pattern,
            message: t(`noticeSettings.way.${way}.required`),
          },
        ]}
      >
        {children}
      </Form.Item>
    </CommandForm>
  );
}

/** As a phone fills it in by itself: `+86 138 0000 1234`. */
function digitsOf(phone: string): string {
  return phone.replace(/[\s-]/g, '').replace(/^\+86/, '');
}

interface ProveFormProps {
  readonly addressId: string;
  readonly channel: Channel;
  /** Of the address, masked. */
  readonly label: string;
}

export function ProveForm({ addressId, channel, label }: ProveFormProps) {
  const { t } = useTranslation();
  const prove = useCommand('noticeAddress', 'post', '/me/notice-addresses/{addressId}/prove');
  return (
    <CommandForm
      name={`prove-${addressId}`}
      label={t('noticeSettings.proveOf', { label })}
      className="notice-form"
      command={prove}
      input={({ code }: Code) => ({ addressId, body: { code: code.trim() } })}
      submit={t('noticeSettings.prove')}
      refused={t('noticeSettings.notProved')}
    >
      <Form.Item
        name="code"
        label={t('noticeSettings.code')}
        extra={channel === 'mail' && t('noticeSettings.codeHint')}
        rules={[
          {
            required: true,
            transform: (text?: string) => text?.trim(),
            pattern: /^\d{6}$/,
            message: t('noticeSettings.codeRequired'),
          },
        ]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
      </Form.Item>
    </CommandForm>
  );
}
