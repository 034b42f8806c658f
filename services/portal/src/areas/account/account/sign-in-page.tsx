import { Alert, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
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
import { type Credentials, useCodeSignIn, usePasskeySignIn, useSignIn } from '../credential/use-sign-in.js';
import { Input, PasswordInput } from '../../../kit/input.js';
import { CodeSignIn } from './code-sign-in.js';
import type { SignInWay } from './sign-in.model.js';
import { WayOn } from './way-on.js';

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
      <SignIn next={next === null ? null : next + hash} />
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

const secondStepOf = (error: unknown) =>
  error instanceof ProblemError ? error.problem.secondFactor : undefined;

/** By password or by a code to the phone: what was typed as account stays, and both have the same second step. */
function SignIn({ next }: { readonly next: string | null }) {
  const [way, setWay] = useState<SignInWay>('password');
  const [account, setAccount] = useState('');
  const byPassword = useSignIn();
  const byCode = useCodeSignIn();
  const begin = (): void => {
    byPassword.reset();
    byCode.reset();
  };
  const choose = (chosen: SignInWay): void => {
    begin();
    setWay(chosen);
  };
  const step = secondStepOf(byPassword.error) ?? secondStepOf(byCode.error);
  if (step) return <SecondStep step={step} onBack={begin} />;
  const otherWays = (
    <>
      {canUsePasskeys() && <PasskeyButton />}
      <BridgeButtons next={next} />
    </>
  );
  const shared = { account, onAccount: setAccount, children: otherWays };
  return way === 'code' ? (
    <CodeSignIn {...shared} signIn={byCode} onPassword={() => choose('password')} />
  ) : (
    <PasswordSignIn {...shared} signIn={byPassword} onCode={() => choose('code')} />
  );
}

interface PasswordSignInProps {
  readonly account: string;
  readonly signIn: ReturnType<typeof useSignIn>;
  readonly onAccount: (account: string) => void;
  readonly onCode: () => void;
  readonly children: ReactNode;
}

function PasswordSignIn({ account, signIn, onAccount, onCode, children }: PasswordSignInProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const submit = (credentials: Credentials): void =>
    signIn.mutate(credentials, { onError: (error) => showErrors(form, error, fields) });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      onValuesChange={(_changed, values) => onAccount(values.account)}
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
      {signIn.isError && (
        <>
          <Refusal title={t('session.refused')} error={signIn.error} fields={fields} />
          <WayOn way="password" error={signIn.error} onOther={onCode} />
        </>
      )}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('session.submit')}
      </Button>
      <Button block onClick={onCode}>
        {t('signIn.byCode')}
      </Button>
      {children}
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
