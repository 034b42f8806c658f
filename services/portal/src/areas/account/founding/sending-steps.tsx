import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import { ConsentField, PhoneCodeField } from '../joining/code-and-consent.js';
import { consentVersion, isMobile } from '../joining/join.model.js';
import { usePhoneCode } from '../joining/use-joining.js';
import {
  type ContactForm,
  type EnterpriseForm,
  enterpriseOf,
  formFor,
  type PlanForm,
  planOf,
} from './found.model.js';

interface ContactStepProps {
  readonly filled: ContactForm | null;
  readonly onDone: (contact: ContactForm) => void;
  readonly onBack: () => void;
}

/** Whom the union above calls; at the end a code goes to the phone. */
export function ContactStep({ filled, onDone, onBack }: ContactStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ContactForm>();
  const code = usePhoneCode();
  const send = (typed: ContactForm): void => {
    const contact = {
      contactName: typed.contactName.trim(),
      phone: typed.phone.replaceAll(/[\s-]/g, ''),
    };
    code.mutate(contact.phone, {
      onSuccess: () => onDone(contact),
      onError: (error) => showErrors(form, error, ['phone']),
    });
  };
  return (
    <Form<ContactForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={filled ?? {}}
      onFinish={send}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="contactName"
        label={t('found.contactName')}
        rules={[{ required: true, whitespace: true, message: t('found.nameRequired') }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('joining.phone')}
        extra={t('found.contactHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: t('joining.phoneRequired') },
          {
            validator: (_rule, typed: unknown) =>
              !typed || isMobile(typed)
                ? Promise.resolve()
                : Promise.reject(new Error(t('joining.phoneFormat'))),
          },
        ]}
      >
        <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
      </Form.Item>
      {code.isError && <Refusal title={t('joining.codeNotSent')} error={code.error} fields={['phone']} />}
      <Button type="primary" htmlType="submit" block loading={code.isPending}>
        {t('joining.sendCode')}
      </Button>
      <Button block className="back" onClick={onBack}>
        {t('found.back')}
      </Button>
    </Form>
  );
}

interface SendStepProps {
  readonly enterprise: EnterpriseForm;
  readonly plan: PlanForm;
  readonly contact: ContactForm;
  readonly onDone: (status: FoundingStatus) => void;
  readonly onBack: () => void;
}

/** What was filled in, once more, and the code that sends it. */
export function SendStep({ enterprise, plan, contact, onDone, onBack }: SendStepProps) {
  const { t } = useTranslation();
  const file = useCommand('unionFounding', 'post', '/union-foundings');
  return (
    <CommandForm
      command={file}
      input={({ code }: { readonly code: string }) => ({
        body: {
          ...enterpriseOf(enterprise),
          ...planOf(plan),
          ...contact,
          code: code.trim(),
          consentVersion,
        },
      })}
      submit={t('found.send')}
      done={null}
      refused={t('found.notSent')}
      onDone={onDone}
      actions={<Button onClick={onBack}>{t('found.back')}</Button>}
    >
      <p>
        {t('found.check', {
          enterprise: enterprise.enterpriseName,
          form: t(`founding.formIs.${formFor(plan)}`),
          members: plan.plannedMembers,
          name: contact.contactName,
          phone: contact.phone,
        })}
      </p>
      <PhoneCodeField phone={contact.phone} />
      <ConsentField about="found" />
    </CommandForm>
  );
}
