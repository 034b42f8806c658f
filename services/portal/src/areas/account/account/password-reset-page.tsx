import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { CodeChoice } from './code-choice.js';
import { CodeField } from './code-field.js';
import { PasswordFields } from './password-fields.js';
import { type CodeRequest, type CodeSource, useRequestCode, useResetPassword } from './use-entry-code.js';
import { useSignedIn } from '../../../session/use-session.js';

interface Claim {
  readonly account: string;
  readonly source: CodeSource;
}

const requestOf = (account: string): CodeRequest => ({ purpose: 'passwordReset', account });

/** For a person who has forgotten their password: first the account, then a code and the new password. */
export function PasswordResetPage() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const [claim, setClaim] = useState<Claim | null>(null);
  usePageTitle(t('passwordReset.title'));
  if (isSignedIn) return <Navigate to="/" replace />;
  return (
    <div className="card sign-in">
      <h1>{t('passwordReset.title')}</h1>
      <p className="hint">{t('passwordReset.hint')}</p>
      {claim === null ? (
        <AccountStep onDone={setClaim} />
      ) : (
        <CodeStep claim={claim} onBack={() => setClaim(null)} />
      )}
      <p className="hint">{t('passwordReset.help')}</p>
      <Link to="/sign-in" className="back">
        {t('passwordReset.toSignIn')}
      </Link>
    </div>
  );
}

const accountFields = ['account'];

function AccountStep({ onDone }: { readonly onDone: (claim: Claim) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly account: string }>();
  const request = useRequestCode();
  const send = ({ account }: { readonly account: string }): void =>
    request.mutate(requestOf(account.trim()), {
      onSuccess: () => onDone({ account: account.trim(), source: 'textMessage' }),
      onError: (error) => showErrors(form, error, accountFields),
    });
  const usePrinted = (): void =>
    void form.validateFields().then(
      ({ account }) => onDone({ account: account.trim(), source: 'printed' }),
      () => undefined, // the form shows what is missing
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="account"
        label={t('session.account')}
        rules={[{ required: true, whitespace: true, message: t('session.accountRequired') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} />
      </Form.Item>
      <CodeChoice request={request} fields={accountFields} onPrinted={usePrinted} />
    </Form>
  );
}

interface ResetForm {
  readonly code: string;
  readonly newPassword: string;
  readonly repeat: string;
  readonly clearFactors?: boolean;
}

const resetFields = ['code', 'newPassword'];

interface CodeStepProps {
  readonly claim: Claim;
  readonly onBack: () => void;
}

function CodeStep({ claim: { account, source }, onBack }: CodeStepProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ResetForm>();
  const reset = useResetPassword();
  const submit = ({ code, newPassword, clearFactors }: ResetForm): void =>
    reset.mutate(
      { account, code: code.trim(), newPassword, ...(clearFactors && { clearFactors }) },
      {
        onSuccess: () => void navigate('/sign-in?passwordChanged', { replace: true }),
        onError: (error) => showErrors(form, error, resetFields),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <CodeField source={source} request={requestOf(account)} />
      <PasswordFields
        name="newPassword"
        label={t('account.newPassword')}
        hint={t('account.newPasswordHint')}
        tooShort={t('account.newPasswordTooShort')}
        repeatLabel={t('account.repeat')}
        repeatDiffers={t('account.repeatDiffers')}
      />
      {source === 'printed' && (
        <Form.Item name="clearFactors" valuePropName="checked" extra={t('credential.clearFactorsHint')}>
          <Checkbox>{t('credential.clearFactors')}</Checkbox>
        </Form.Item>
      )}
      {reset.isError && (
        <Refusal title={t('account.passwordRefused')} error={reset.error} fields={resetFields} />
      )}
      <Button type="primary" htmlType="submit" block loading={reset.isPending}>
        {t('passwordReset.submit')}
      </Button>
      <Button block className="back" onClick={onBack}>
        {t('entry.back')}
      </Button>
    </Form>
  );
}
