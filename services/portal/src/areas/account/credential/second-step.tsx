import './credential.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Problem } from '../../../api/problem.js';
import { useCompleteSignIn } from './use-sign-in.js';
import { canUsePasskeys, usePasskey } from './webauthn.js';

const fields = ['code'];

interface SecondStepProps {
  /** Of the refusal that the right password got. */
  readonly step: NonNullable<Problem['secondFactor']>;
  readonly onBack: () => void;
}

/** After the right password: a code of the app, a recovery code, or a passkey. */
export function SecondStep({ step: { challenge, methods }, onBack }: SecondStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly code: string }>();
  const complete = useCompleteSignIn();
  const takesCode = methods.includes('code');
  const takesPasskey = methods.includes('passkey') && canUsePasskeys();
  const submit = ({ code }: { readonly code: string }): void =>
    complete.mutate(() => Promise.resolve({ challenge, code }), {
      onError: (error) => showErrors(form, error, fields),
    });
  const withPasskey = (): void =>
    complete.mutate(async () => ({ challenge, passkey: await usePasskey(t('credential.passkeyAborted')) }));
  return (
    <>
      <h2>{t('credential.second')}</h2>
      <p className="hint">{t(takesCode ? 'credential.secondHint' : 'credential.secondPasskeyHint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {takesCode && (
          <Form.Item
            name="code"
            label={t('credential.code')}
            rules={[{ required: true, whitespace: true, message: t('credential.codeRequired') }]}
          >
            <Input
              autoFocus
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
            />
          </Form.Item>
        )}
        {complete.isError && (
          <Refusal title={t('credential.secondRefused')} error={complete.error} fields={fields} />
        )}
        {takesCode && (
          <Button type="primary" htmlType="submit" block loading={complete.isPending}>
            {t('credential.secondSubmit')}
          </Button>
        )}
        {takesCode && takesPasskey && <p className="second-step-or">{t('credential.or')}</p>}
        {takesPasskey && (
          <Button
            type={takesCode ? 'default' : 'primary'}
            block
            disabled={complete.isPending}
            onClick={withPasskey}
          >
            {t('credential.usePasskeySecond')}
          </Button>
        )}
        <Button block className="back" onClick={onBack}>
          {t('credential.back')}
        </Button>
      </Form>
      <p className="hint">{t('credential.secondLost')}</p>
    </>
  );
}
