import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { nextPage } from '../../../session/next-page.js';
import { ProblemError } from '../../../api/problem.js';
import { BridgeButtons } from '../bridge/bridge-buttons.js';
import { SecondStep } from '../credential/second-step.js';
import { canUsePasskeys, usePasskey } from '../credential/webauthn.js';
import { useSignedIn } from '../../../session/use-session.js';
import { type Credentials, usePasskeySignIn, useSignIn } from '../credential/use-sign-in.js';
import { Input, PasswordInput } from '../../../kit/input.js';

const fields = ['account', 'password'];

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { hash } = useLocation();
  const isSignedIn = useSignedIn();
  usePageTitle(t('session.title'));
  const next = search.get('next');
  if (isSignedIn) return <Navigate to={nextPage(next) + hash} replace />;
  return (
    <div className="card sign-in">
      <h1>{t('session.title')}</h1>
      <p className="hint">{t('session.welcome')}</p>
      {search.has('next') && (
        <Alert type="info" showIcon title={t('session.signInAgain')} className="notice" />
      )}
      {search.has('passwordChanged') && (
        <Alert type="success" showIcon title={t('account.passwordChanged')} className="notice" />
      )}
      <SignInForm next={next === null ? null : next + hash} />
      <Link to="/reset-password" className="back">
        {t('passwordReset.link')}
      </Link>
      <Link to="/activate" className="back">
        {t('activation.link')}
      </Link>
      <Link to="/join" className="back">
        {t('joining.link')}
      </Link>
      <Link to="/" className="back">
        {t('session.look')}
      </Link>
    </div>
  );
}

function SignInForm({ next }: { readonly next: string | null }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const signIn = useSignIn();
  const step = signIn.error instanceof ProblemError ? signIn.error.problem.secondFactor : undefined;
  const submit = (credentials: Credentials): void =>
    signIn.mutate(credentials, { onError: (error) => showErrors(form, error, fields) });
  if (step) return <SecondStep step={step} onBack={() => signIn.reset()} />;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="account"
        label={t('session.account')}
        rules={[{ required: true, whitespace: true, message: t('session.accountRequired') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        rules={[{ required: true, message: t('session.passwordRequired') }]}
      >
        <PasswordInput autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {signIn.isError && <Refusal title={t('session.refused')} error={signIn.error} fields={fields} />}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('session.submit')}
      </Button>
      {canUsePasskeys() && <PasskeyButton />}
      <BridgeButtons next={next} />
    </Form>
  );
}

/** Signs in without login and password; the browser shows which passkeys there are. */
function PasskeyButton() {
  const { t } = useTranslation();
  const signIn = usePasskeySignIn(() => usePasskey(t('credential.passkeyAborted')));
  return (
    <>
      <Button block className="back" loading={signIn.isPending} onClick={() => signIn.mutate()}>
        {t('credential.usePasskey')}
      </Button>
      {signIn.isError && <Refusal title={t('session.refused')} error={signIn.error} />}
    </>
  );
}
