import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
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

export function MailForm({ onSent, onCancel }: AddressFormProps) {
  const { t } = useTranslation();
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/mail');
  return (
    <CommandForm
      name="noticeMail"
      className="notice-form"
      command={add}
      input={({ mail }: NewMail) => ({ body: { mail: mail.trim() } })}
      submit={t('noticeSettings.sendCode')}
      refused={t('noticeSettings.codeRefused')}
      onDone={onSent}
      onCancel={onCancel}
      cancel={t('noticeSettings.notNow')}
    >
      <Form.Item
        name="mail"
        label={t('noticeSettings.way.mail.field')}
        rules={[
          {
            required: true,
            transform: (text?: string) => text?.trim(),
            // As the platform takes one: something, an @, and a name with a dot.
            pattern: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/,
            message: t('noticeSettings.way.mail.required'),
          },
        ]}
      >
        <Input type="email" inputMode="email" autoComplete="email" maxLength={254} />
      </Form.Item>
    </CommandForm>
  );
}

export function PhoneForm({ onSent, onCancel }: AddressFormProps) {
  const { t } = useTranslation();
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/sms');
  return (
    <CommandForm
      name="noticePhone"
      className="notice-form"
      command={add}
      input={({ phone }: NewPhone) => ({ body: { phone: digitsOf(phone) } })}
      submit={t('noticeSettings.sendCode')}
      refused={t('noticeSettings.codeRefused')}
      onDone={onSent}
      onCancel={onCancel}
      cancel={t('noticeSettings.notNow')}
    >
      <Form.Item
        name="phone"
        label={t('noticeSettings.way.sms.field')}
        rules={[
          {
            required: true,
            transform: (text?: string) => digitsOf(text ?? ''),
            pattern: /^1[3-9]\d{9}$/,
            message: t('noticeSettings.way.sms.required'),
          },
        ]}
      >
        <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={20} />
      </Form.Item>
    </CommandForm>
  );
}

export function WecomForm({ onSent, onCancel }: AddressFormProps) {
  const { t } = useTranslation();
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/wecom');
  return (
    <CommandForm
      name="noticeWecom"
      className="notice-form"
      command={add}
      input={({ userId }: NewAccount) => ({ body: { userId: userId.trim() } })}
      submit={t('noticeSettings.sendCode')}
      refused={t('noticeSettings.codeRefused')}
      onDone={onSent}
      onCancel={onCancel}
      cancel={t('noticeSettings.notNow')}
    >
      <Form.Item
        name="userId"
        label={t('noticeSettings.way.wecom.field')}
        rules={[
          {
            required: true,
            transform: (text?: string) => text?.trim(),
            pattern: /^[A-Za-z0-9][\w.@-]*$/,
            message: t('noticeSettings.way.wecom.required'),
          },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="none" maxLength={64} />
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
