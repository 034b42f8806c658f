import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import {
  type ActivationForm,
  activationFields,
  activationOf,
  codeRequestOf,
  isResidentNumber,
  type WhoForm,
  whoFields,
} from './activation.model.js';
import { CodeChoice } from './code-choice.js';
import { CodeField } from './code-field.js';
import { PasswordFields } from './password-fields.js';
import { type CodeSource, useRequestCode } from './use-entry-code.js';
import { useSignedIn } from '../../../session/use-session.js';
import { useActivation } from '../credential/use-sign-in.js';

/** The first sign-in of a member who is on the roster of a union: first number and name, then a code and a password. */
export function ActivationPage() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const [who, setWho] = useState<WhoForm | null>(null);
  const [source, setSource] = useState<CodeSource | null>(null);
  usePageTitle(t('activation.title'));
  if (isSignedIn) return <Navigate to="/" replace />;
  const begin = (typed: WhoForm, by: CodeSource): void => {
    setWho(typed);
    setSource(by);
  };
  return (
    <div className="card sign-in">
      <h1>{t('activation.title')}</h1>
      <p className="hint">{t('activation.hint')}</p>
      {who === null || source === null ? (
        <WhoStep typed={who} onDone={begin} />
      ) : (
        <CodeStep who={who} source={source} onBack={() => setSource(null)} />
      )}
      <p className="hint">{t('activation.help')}</p>
      <Link to="/join" className="back">
        {t('activation.toJoin')}
      </Link>
      <Link to="/sign-in" className="back">
        {t('activation.toSignIn')}
      </Link>
    </div>
  );
}

interface WhoStepProps {
  /** What was typed before the person came back. */
  readonly typed: WhoForm | null;
  readonly onDone: (who: WhoForm, source: CodeSource) => void;
}

/** Number and name, as in the roster. The browser never keeps the number: no autofill, no draft. */
function WhoStep({ typed, onDone }: WhoStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WhoForm>();
  const request = useRequestCode();
  const send = (who: WhoForm): void =>
    request.mutate(codeRequestOf(who), {
      onSuccess: () => onDone(who, 'textMessage'),
      onError: (error) => showErrors(form, error, whoFields),
    });
  const usePrinted = (): void =>
    void form.validateFields().then(
      (who) => onDone(who, 'printed'),
      () => undefined, // the form shows what is missing
    );
  const checkNumber = (_rule: unknown, number: unknown): Promise<void> =>
    !number || isResidentNumber(number)
      ? Promise.resolve()
      : Promise.reject(new Error(t('activation.residentNumberFormat')));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={typed ?? {}}
      onFinish={send}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="residentNumber"
        label={t('activation.residentNumber')}
        extra={t('activation.residentNumberHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: t('activation.residentNumberRequired') },
          { validator: checkNumber },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('activation.name')}
        rules={[{ required: true, whitespace: true, message: t('activation.nameRequired') }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <details className="hint">
        <summary>{t('activation.noticeTitle')}</summary>
        <p>{t('activation.noticeText')}</p>
      </details>
      <CodeChoice request={request} fields={whoFields} onPrinted={usePrinted} />
    </Form>
  );
}

interface CodeStepProps {
  readonly who: WhoForm;
  readonly source: CodeSource;
  readonly onBack: () => void;
}

function CodeStep({ who, source, onBack }: CodeStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ActivationForm>();
  const activation = useActivation();
  const submit = (values: ActivationForm): void =>
    activation.mutate(activationOf(who, values), {
      onError: (error) => showErrors(form, error, activationFields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <CodeField source={source} request={codeRequestOf(who)} />
      <Form.Item name="account" label={t('activation.account')} extra={t('activation.accountHint')}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} />
      </Form.Item>
      <PasswordFields
        name="password"
        label={t('activation.password')}
        hint={t('activation.passwordHint')}
        tooShort={t('activation.passwordTooShort')}
        repeatLabel={t('activation.repeat')}
        repeatDiffers={t('activation.repeatDiffers')}
      />
      {activation.isError && (
        <Refusal title={t('activation.refused')} error={activation.error} fields={activationFields} />
      )}
      <Button type="primary" htmlType="submit" block loading={activation.isPending}>
        {t('activation.submit')}
      </Button>
      <Button block className="back" onClick={onBack}>
        {t('entry.back')}
      </Button>
    </Form>
  );
}
