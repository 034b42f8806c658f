import './service.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { LoadingState } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';
import { QuestionFields } from '../../activities/sign-up-form/question-fields.js';
import { answersOf, type TypedAnswers } from '../../activities/sign-up-form/question.model.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import type { MatterReceipt } from '../matter/matter.model.js';
import { PaperField } from '../matter/paper-field.js';
import type { ChosenPaper } from '../matter/papers-on-their-way.js';
import { answersIn, questionsFor, type Service } from './service.model.js';

interface SendFields {
  readonly answers?: TypedAnswers;
  readonly contact: { readonly name: string; readonly phone?: string };
  readonly papers?: Readonly<Record<string, UploadedFile | undefined>>;
}

interface SendFormProps {
  readonly service: Service;
  readonly onSent: (receipt: MatterReceipt, papers: readonly ChosenPaper[]) => void;
}

/** What is asked, with what the union knows already: the person looks at it and sends it. */
export function SendForm({ service, onSent }: SendFormProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const known = answersIn(search, service);
  const { data: me } = useMe();
  const send = useCommand('matter', 'post', '/matters');
  const ownPhone = useRead('contacts', '/me/phone', {});
  // Without it the form can be sent all the same: the phone is typed, or left out.
  if (me === undefined || ownPhone.isLoading) return <LoadingState />;
  const phone = ownPhone.data?.phone ?? '';
  return (
    <CommandForm
      command={send}
      input={({ answers = {}, contact }: SendFields) => ({
        body: {
          serviceId: service.id,
          answers: answersOf(service.questions, answers, 1),
          contact: { name: contact.name.trim(), phone: contact.phone?.trim() || null },
        },
      })}
      submit={t('matter.send')}
      done={null}
      refused={t('matter.sendRefused')}
      onDone={(receipt, { papers = {} }) =>
        onSent(
          receipt,
          service.papers.flatMap(({ id }) => {
            const file = papers[id];
            return file === undefined ? [] : [{ file, asked: id }];
          }),
        )
      }
      initialValues={{ answers: known, contact: { name: me.name, phone } }}
      draft={`matter.${service.id}`}
    >
      <QuestionFields questions={questionsFor(service, known)} companions={[]} />
      <PaperFields service={service} />
      <Form.Item
        name={['contact', 'name']}
        label={t('matter.yourName')}
        extra={t('matter.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('matter.nameRequired') }]}
      >
        <Input maxLength={60} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name={['contact', 'phone']}
        label={t('matter.yourPhone')}
        extra={t(phone === '' ? 'matter.phoneHint' : 'matter.phoneOnRecord')}
      >
        <Input maxLength={20} type="tel" inputMode="tel" autoComplete="tel" />
      </Form.Item>
    </CommandForm>
  );
}

/** The papers that are asked for. Whoever has not got all of them yet sends it all the same, and adds them later. */
function PaperFields({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  if (service.papers.length === 0) return null;
  return (
    <fieldset className="send-papers">
      <legend>{t('matter.papers')}</legend>
      <p className="hint">{t('matter.papersLater')}</p>
      {service.papers.map(({ id, title, help, required }) => (
        <Form.Item
          key={id}
          name={['papers', id]}
          label={required ? title : t('matter.paperOptional', { title })}
          extra={help ?? t('matter.paperHint')}
        >
          <PaperField />
        </Form.Item>
      ))}
    </fieldset>
  );
}
