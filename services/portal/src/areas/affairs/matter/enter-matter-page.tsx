import './matter.css';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { QuestionFields } from '../../activities/sign-up-form/question-fields.js';
import { answersOf, type TypedAnswers } from '../../activities/sign-up-form/question.model.js';
import { EnteredReceipt } from './entered-receipt.js';
import { enteredSources, type EnteredSource, type MatterReceipt } from './matter.model.js';
import { ServiceChoice } from './service-choice.js';

/** An officer writes down what somebody brings by phone, at the counter or by letter; the caller gets number and code. */
export function EnterMatterPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [receipt, setReceipt] = useState<MatterReceipt>();
  return (
    <>
      <PageHead title={t('matter.enterTitle')} back="/matters" />
      {me === undefined && <LoadingState />}
      {me !== undefined && receipt === undefined && <EnterForm onDone={setReceipt} />}
      {receipt !== undefined && <EnteredReceipt receipt={receipt} onNext={() => setReceipt(undefined)} />}
    </>
  );
}

interface EnterFields {
  readonly unionId: string;
  readonly serviceId: string;
  readonly source: EnteredSource;
  readonly answers?: TypedAnswers;
  readonly contact: { readonly name: string; readonly phone?: string };
}

/** Nothing of it outlives a reload: what somebody else says is no draft of the officer's. */
function EnterForm({ onDone }: { readonly onDone: (receipt: MatterReceipt) => void }) {
  const { t } = useTranslation();
  const own = useOffices().unionIdsOf('officer');
  const [form] = Form.useForm<EnterFields>();
  const enter = useCommand('matter', 'post', '/entered-matters');
  const [serviceId, setServiceId] = useState<string>();
  const service = useRead('service', '/services/{serviceId}', serviceId ? { serviceId } : undefined);
  const questions = service.data?.questions;
  return (
    <CommandForm
      command={enter}
      form={form}
      input={({ answers = {}, contact, ...rest }: EnterFields) =>
        questions === undefined
          ? null
          : {
              body: {
                ...rest,
                answers: answersOf(questions, answers, 1),
                contact: { name: contact.name.trim(), phone: contact.phone?.trim() || null },
              },
            }
      }
      onChange={(_values, changed) => {
        if (!('serviceId' in changed)) return;
        // Answers belong to the questions of one service.
        form.setFieldValue('answers', undefined);
        setServiceId(changed.serviceId || undefined);
      }}
      submit={t('matter.enterYes')}
      done={null}
      refused={t('matter.enterRefused')}
      onDone={onDone}
      initialValues={own.length === 1 && own[0] !== undefined ? { unionId: own[0] } : {}}
      disabled={questions === undefined}
      className="card"
    >
      <Form.Item
        name="source"
        label={t('matter.sourceLabel')}
        rules={[{ required: true, message: t('matter.sourceRequired') }]}
      >
        <Choice<EnteredSource>
          options={[
            { value: '', label: t('common.choose') },
            ...enteredSources.map((value) => ({ value, label: t(`matter.source.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="unionId"
        label={t('matter.enteredAt')}
        rules={[{ required: true, message: t('matter.unionRequired') }]}
      >
        <UnionPicker roles={['officer']} none={t('common.choose')} />
      </Form.Item>
      <Form.Item
        name="serviceId"
        label={t('matter.service')}
        rules={[{ required: true, message: t('matter.serviceRequired') }]}
      >
        <ServiceChoice />
      </Form.Item>
      {serviceId !== undefined && questions === undefined && <LoadingState rows={2} />}
      {questions !== undefined && <QuestionFields key={serviceId} questions={questions} companions={[]} />}
      <Form.Item
        name={['contact', 'name']}
        label={t('matter.callerName')}
        rules={[{ required: true, whitespace: true, message: t('matter.nameRequired') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={t('matter.callerPhone')}>
        <Input maxLength={20} type="tel" inputMode="tel" autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
