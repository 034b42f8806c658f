import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

type NewMail = components['schemas']['AddMailAddress'];
type Code = components['schemas']['ProveMailAddressBody'];

/** As the platform takes one: something, an @, and a name with a dot. */
const mailPattern = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

interface MailFormProps {
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

export function MailForm({ onSent, onCancel }: MailFormProps) {
  const { t } = useTranslation();
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/mail');
  return (
    <CommandForm
      name="noticeMail"
      className="notice-form"
      command={add}
      input={({ mail }: NewMail) => ({ body: { mail: mail.trim() } })}
      submit={t('noticeSettings.sendCode')}
      refused={t('noticeSettings.mailRefused')}
      onDone={onSent}
      onCancel={onCancel}
      cancel={t('noticeSettings.notNow')}
    >
      <Form.Item
        name="mail"
        label={t('noticeSettings.mail')}
        rules={[
          {
            required: true,
            transform: (text?: string) => text?.trim(),
            pattern: mailPattern,
            message: t('noticeSettings.mailRequired'),
          },
        ]}
      >
        <Input type="email" inputMode="email" autoComplete="email" maxLength={254} />
      </Form.Item>
    </CommandForm>
  );
}

interface ProveFormProps {
  readonly addressId: string;
  /** Of the address, masked. */
  readonly label: string;
}

export function ProveForm({ addressId, label }: ProveFormProps) {
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
        extra={t('noticeSettings.codeHint')}
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
