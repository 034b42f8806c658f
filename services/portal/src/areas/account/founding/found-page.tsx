import '../../../kit/styles/narrow.css';
import './founding.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
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
  type Preview,
} from './found.model.js';

/** Each comes with its step. */
const EnterpriseStep = lazyPart('EnterpriseStep', () => import('./enterprise-step.js'), { rows: 8 });
const PlanStep = lazyPart('PlanStep', () => import('./plan-step.js'), { rows: 8 });
const FoundStatusView = lazyPart('FoundStatusView', () => import('./found-status-view.js'), { rows: 8 });

/** How far somebody has come; what was filled in stays when they go back. */
type Progress =
  | {
      readonly at: 'enterprise';
      readonly enterprise: EnterpriseForm | null;
      readonly plan: PlanForm | null;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'plan';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm | null;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'contact';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'send';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm;
      readonly contact: ContactForm;
    };

const stepNumbers = { enterprise: 1, plan: 2, contact: 3, send: 4 } as const;

/** Founding a union, in four steps on a phone: the enterprise, the plan with its candidates, the contact, and the code. */
export function FoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('found.title'));
  const [progress, setProgress] = useState<Progress>({
    at: 'enterprise',
    enterprise: null,
    plan: null,
    contact: null,
  });
  const [status, setStatus] = useState<FoundingStatus | null>(null);
  if (status !== null) return <FoundStatusView status={status} isNew onChange={setStatus} />;
  const { at } = progress;
  return (
    <div className="card narrow">
      <h1>{t('found.title')}</h1>
      {at === 'enterprise' ? <WhatNext /> : <WayAhead preview={progress.preview} />}
      <p className="hint" role="status">
        {t('found.step', { step: stepNumbers[at], name: t(`found.stepName.${at}`) })}
      </p>
      <CurrentStep progress={progress} onGo={setProgress} onFiled={setStatus} />
      <p className="back">
        <Link to="/found/status">{t('found.toStatus')}</Link>
      </p>
      <p>
        <Link to="/join">{t('found.toJoin')}</Link>
      </p>
    </div>
  );
}

interface CurrentStepProps {
  readonly progress: Progress;
  readonly onGo: (progress: Progress) => void;
  readonly onFiled: (status: FoundingStatus) => void;
}

function CurrentStep({ progress, onGo, onFiled }: CurrentStepProps) {
  switch (progress.at) {
    case 'enterprise':
      return (
        <EnterpriseStep
          filled={progress.enterprise}
          onDone={(enterprise, preview) => onGo({ ...progress, at: 'plan', enterprise, preview })}
        />
      );
    case 'plan':
      return (
        <PlanStep
          filled={progress.plan}
          onDone={(plan) => onGo({ ...progress, at: 'contact', plan })}
          onBack={() => onGo({ ...progress, at: 'enterprise' })}
        />
      );
    case 'contact':
      return (
        <ContactStep
          filled={progress.contact}
          onDone={(contact) => onGo({ ...progress, at: 'send', contact })}
          onBack={() => onGo({ ...progress, at: 'plan' })}
        />
      );
    case 'send':
      return <SendStep {...progress} onDone={onFiled} onBack={() => onGo({ ...progress, at: 'contact' })} />;
  }
}

/** The whole way, before anything is asked. */
function WhatNext() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('found.intro')}</p>
      <details>
        <summary>{t('found.nextTitle')}</summary>
        <ol>
          <li>{t('found.next.decide', { days: foundingDays })}</li>
          <li>{t('found.next.elect')}</li>
          <li>{t('found.next.confirm')}</li>
          <li>{t('found.next.start')}</li>
        </ol>
      </details>
    </>
  );
}

/** Before the platform has said it with the way. */
const foundingDays = 15;

/** Who decides, until when, and who follows; and what follows from the figures and the code. */
function WayAhead({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [first, ...others] = preview.steps;
  return (
    <section aria-label={t('found.wayTitle')} className="notice">
      <p>
        {t('found.way', {
          union: first?.unionName,
          time: instant(preview.dueAt),
          days: preview.workingDays,
        })}
      </p>
      {others.length > 0 && (
        <p className="hint">
          {t('found.wayThen', { unions: others.map(({ unionName }) => unionName).join(' → ') })}
        </p>
      )}
      <p className="hint">{t('found.setting')}</p>
      <p className="hint">{t('found.size', { size: t(`party.sizes.${preview.sizeClass}`) })}</p>
      {preview.usccCheck === 'failed' && <p>{t('found.codeFailed')}</p>}
    </section>
  );
}

interface ContactStepProps {
  readonly filled: ContactForm | null;
  readonly onDone: (contact: ContactForm) => void;
  readonly onBack: () => void;
}

/** Whom the union above calls; at the end a code goes to the phone. */
function ContactStep({ filled, onDone, onBack }: ContactStepProps) {
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

function SendStep({ enterprise, plan, contact, onDone, onBack }: SendStepProps) {
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
