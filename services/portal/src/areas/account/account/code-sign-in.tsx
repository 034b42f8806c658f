import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { useCodeSignIn } from '../credential/use-sign-in.js';
import { CodeField } from './code-field.js';
import { type CodeRequest, useRequestCode } from './use-entry-code.js';
import { WayOn } from './way-on.js';

interface CodeSignInProps {
  /** What was typed on the other way. */
  readonly account: string;
  readonly signIn: ReturnType<typeof useCodeSignIn>;
  readonly onAccount: (account: string) => void;
  readonly onPassword: () => void;
  /** Ways in that need neither password nor code. */
  readonly children: ReactNode;
}

/** First the phone, then the code that was sent to it. */
export function CodeSignIn({ account, signIn, onAccount, onPassword, children }: CodeSignInProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  return sentTo === null ? (
    <PhoneStep account={account} onAccount={onAccount} onSent={setSentTo} onPassword={onPassword}>
      {children}
    </PhoneStep>
  ) : (
    <CodeStep account={sentTo} signIn={signIn} onBack={() => setSentTo(null)} onPassword={onPassword} />
  );
}

const requestOf = (account: string): CodeRequest => ({ purpose: 'signIn', account });

const phoneFields = ['account'];

interface PhoneStepProps extends Omit<CodeSignInProps, 'signIn'> {
  readonly onSent: (account: string) => void;
}

function PhoneStep({ account, onAccount, onSent, onPassword, children }: PhoneStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly account: string }>();
  const request = useRequestCode();
  const send = (typed: { readonly account: string }): void => {
    const to = typed.account.trim();
    request.mutate(requestOf(to), {
      onSuccess: () => onSent(to),
      onError: (error) => showErrors(form, error, phoneFields),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      onValuesChange={(_changed, values) => onAccount(values.account)}
      onFinish={send}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="account"
        label={t('session.account')}
        extra={t('signIn.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('session.accountRequired') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} autoFocus />
      </Form.Item>
      {request.isError && (
        <>
          <Refusal title={t('entry.notSent')} error={request.error} fields={phoneFields} />
          <WayOn way="code" error={request.error} onOther={onPassword} />
        </>
      )}
      <Button type="primary" htmlType="submit" block loading={request.isPending}>
        {t('entry.send')}
      </Button>
      <Button block onClick={onPassword}>
        {t('signIn.byPassword')}
      </Button>
      {children}
    </Form>
  );
}

const codeFields = ['code'];

interface CodeStepProps extends Pick<CodeSignInProps, 'signIn' | 'account' | 'onPassword'> {
  readonly onBack: () => void;
}

function CodeStep({ account, signIn, onBack, onPassword }: CodeStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly code: string }>();
  const submit = ({ code }: { readonly code: string }): void =>
    signIn.mutate(
      { account, code: code.trim() },
      { onError: (error) => showErrors(form, error, codeFields) },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <p>{t('signIn.sentTo', { account })}</p>
      <CodeField source="textMessage" request={requestOf(account)} />
      {signIn.isError && (
        <>
          <Refusal title={t('session.refused')} error={signIn.error} fields={codeFields} />
          <WayOn way="code" error={signIn.error} onOther={onPassword} />
        </>
      )}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('session.submit')}
      </Button>
      <Button block onClick={onBack}>
        {t('signIn.otherPhone')}
      </Button>
      <Button block onClick={onPassword}>
        {t('signIn.byPassword')}
      </Button>
    </Form>
  );
}
