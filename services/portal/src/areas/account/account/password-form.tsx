import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { PasswordFields } from './password-fields.js';
import { useChangePassword } from './use-account.js';
import { leave } from '../../../session/use-session.js';
import { PasswordInput } from '../../../kit/input.js';

interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeat: string;
}

const fields = ['currentPassword', 'newPassword'];

/** The platform ends every session with the old password, so that this page goes to the sign-in too. */
export function PasswordForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<PasswordChange>();
  const update = useChangePassword();
  const submit = ({ currentPassword, newPassword }: PasswordChange): void =>
    update.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => void leave('/sign-in?passwordChanged'),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <section className="card" aria-labelledby="password-title">
      <h2 id="password-title">{t('account.password')}</h2>
      <p className="hint">{t('account.passwordEnds')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item
          name="currentPassword"
          label={t('account.currentPassword')}
          rules={[{ required: true, message: t('account.currentPasswordRequired') }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <PasswordFields
          name="newPassword"
          label={t('account.newPassword')}
          hint={t('account.newPasswordHint')}
          tooShort={t('account.newPasswordTooShort')}
          repeatLabel={t('account.repeat')}
          repeatDiffers={t('account.repeatDiffers')}
        />
        {update.isError && (
          <Refusal title={t('account.passwordRefused')} error={update.error} fields={fields} />
        )}
        <Button htmlType="submit" loading={update.isPending}>
          {t('account.changePassword')}
        </Button>
      </Form>
    </section>
  );
}
