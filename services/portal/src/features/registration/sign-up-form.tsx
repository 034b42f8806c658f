import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/platform.js';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import { CompanionFields } from './companion-fields.js';
import { dropDraft, readDraft, writeDraft } from '../../shell/draft.js';
import {
  type Activity,
  formOf,
  hasMinor,
  type RegistrationView,
  type SignUpForm,
  signUpFields,
  signUpOf,
} from './registration.model.js';
import { useSignUp } from './use-registration.js';

interface SignUpFormPanelProps {
  readonly activity: Activity;
  /** A registration that ran out: it is begun with. */
  readonly before: RegistrationView | null;
}

/** Signs up, alone or with companions. Whatever the platform answers, what was typed stays. */
export function SignUpFormPanel({ activity, before }: SignUpFormPanelProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SignUpForm>();
  const signUp = useSignUp(activity.id);
  const draftKey = `${session.personId()}.${activity.id}`;
  const submit = (values: SignUpForm): void =>
    signUp.mutate(signUpOf(values), {
      onSuccess: () => dropDraft(sessionStorage, draftKey),
      onError: (error) => showErrors(form, error, signUpFields),
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={signUp.isPending}
      initialValues={formOf(readDraft(sessionStorage, draftKey) ?? before)}
      onValuesChange={(_changed, values: SignUpForm) => writeDraft(sessionStorage, draftKey, values)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      {activity.companionsMax > 0 && (
        <CompanionFields max={activity.companionsMax} isAgeRequired={activity.kind === 'parentChild'} />
      )}
      <GuardianConsent />
      {signUp.isError && (
        <Refusal title={t('registration.refused')} error={signUp.error} fields={signUpFields} />
      )}
      <SubmitButton isPending={signUp.isPending} />
    </Form>
  );
}

/** Asked only where a minor comes along: the law wants the guardian's separate consent. */
function GuardianConsent() {
  const { t } = useTranslation();
  const companions = Form.useWatch<SignUpForm['companions'] | undefined>('companions') ?? [];
  if (!hasMinor({ companions })) return null;
  return (
    <Form.Item
      name="guardian"
      valuePropName="checked"
      rules={[
        {
          validator: (_rule, isChecked) =>
            isChecked === true
              ? Promise.resolve()
              : Promise.reject(new Error(t('registration.guardianRequired'))),
        },
      ]}
    >
      <Checkbox>{t('registration.guardian')}</Checkbox>
    </Form.Item>
  );
}

function SubmitButton({ isPending }: { readonly isPending: boolean }) {
  const { t } = useTranslation();
  const companions = Form.useWatch<SignUpForm['companions'] | undefined>('companions') ?? [];
  return (
    <Button type="primary" htmlType="submit" block loading={isPending}>
      {t('registration.submit', { count: companions.length + 1 })}
    </Button>
  );
}
