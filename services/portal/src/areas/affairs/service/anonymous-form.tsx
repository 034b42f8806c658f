import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { newTimedUuid } from '../../../api/new-uuid.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { QuestionFields } from '../../activities/sign-up-form/question-fields.js';
import { answersOf, type TypedAnswers } from '../../activities/sign-up-form/question.model.js';
import { newCode } from '../matter/matter-code.js';
import type { MatterReceipt } from '../matter/matter.model.js';
import { answersIn, questionsFor, type Service } from './service.model.js';

interface AnonymousFormProps {
  readonly service: Service;
  readonly onSent: (receipt: MatterReceipt) => void;
}

/** Id and code are made here once, so that what is sent again after a lost answer is the same matter. */
export function AnonymousForm({ service, onSent }: AnonymousFormProps) {
  const { t } = useTranslation();
  const send = useCommand('matter', 'post', '/anonymous-matters');
  const [search] = useSearchParams();
  const known = answersIn(search, service);
  const own = useRef({ id: newTimedUuid(), code: newCode() });
  return (
    <CommandForm
      command={send}
      input={({ answers = {} }: { readonly answers?: TypedAnswers }) => ({
        body: { ...own.current, serviceId: service.id, answers: answersOf(service.questions, answers, 1) },
      })}
      submit={t('matter.sendNameless')}
      done={null}
      refused={t('matter.sendRefused')}
      onDone={onSent}
      initialValues={{ answers: known }}
    >
      <p className="hint">{t('matter.namelessHint')}</p>
      <QuestionFields questions={questionsFor(service, known)} companions={[]} />
    </CommandForm>
  );
}
