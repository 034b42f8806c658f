import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { usePageTitle } from '../../shell/use-page-title.js';
import { type ActivationForm, activationFields, activationOf, isResidentNumber } from './activation.model.js';
import { PasswordFields } from './password-fields.js';
import { useActivation, useSignedIn } from './use-session.js';
import { Input } from '../../shell/input.js';

/** The first sign-in of a member whom his union has entered in its roster. */
export function ActivationPage() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  usePageTitle(t('activation.title'));
  if (isSignedIn) return <Navigate to="/" replace />;
  return (
    <div className="card sign-in">
      <h1>{t('activation.title')}</h1>
      <p className="hint">{t('activation.hint')}</p>
      <ActivationFormPanel />
      <p className="hint">{t('activation.help')}</p>
      <Link to="/sign-in" className="back">
        {t('activation.toSignIn')}
      </Link>
    </div>
  );
}

function ActivationFormPanel() {
  const { t } = useTranslation();
  const [form] = Form.useForm<ActivationForm>();
  const activation = useActivation();
  const submit = (values: ActivationForm): void =>
    activation.mutate(activationOf(values), {
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
      <WhoFields />
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
    </Form>
  );
}

/** What the roster is asked by. The number is never kept in the browser: no autofill, no draft. */
function WhoFields() {
  const { t } = useTranslation();
  const checkNumber = (_rule: unknown, typed: unknown): Promise<void> =>
    !typed || isResidentNumber(typed)
      ? Promise.resolve()
      : Promise.reject(new Error(t('activation.residentNumberFormat')));
  return (
    <>
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
      <Form.Item name="phone" label={t('activation.phone')} extra={t('activation.phoneHint')}>
        <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
      </Form.Item>
    </>
  );
}
