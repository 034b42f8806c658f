import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useSubmit } from '../../../api/use-submit.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PasswordInput } from '../../../kit/input.js';
import { leave } from '../../../session/use-session.js';
import { PasswordFields } from './password-fields.js';

interface NewPassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** The platform ends every session that used the old password, so this page leads to the sign-in too. */
export function PasswordForm() {
  const { t } = useTranslation();
  const update = useSubmit({
    send: (body: NewPassword, key) => request('patch', '/me', { body }, { key }),
    // The session is over: reading anything again would only be refused.
    touches: [],
  });
  return (
    <>
      <p className="hint">{t('account.passwordEnds')}</p>
      <CommandForm
        command={update}
        input={({ currentPassword, newPassword }: NewPassword) => ({ currentPassword, newPassword })}
        submit={t('account.changePassword')}
        done={null}
        refused={t('account.passwordRefused')}
        onDone={() => void leave('/sign-in?passwordChanged')}
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
      </CommandForm>
    </>
  );
}
