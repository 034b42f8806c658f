import '../../../kit/styles/fold.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { QuestionFields } from '../../activities/sign-up-form/question-fields.js';
import { answersOf, type TypedAnswers, typedOf } from '../../activities/sign-up-form/question.model.js';
import { type AssignmentPart, filledOf, mayDo, reasonCharactersMax } from './assignment.model.js';

interface Props {
  readonly part: AssignmentPart;
}

/** What the officers of the union do whose part it is. */
export function ReceiverActs({ part }: Props) {
  const { t } = useTranslation();
  const isOpen = mayDo(part, 'save');
  return (
    <>
      {mayDo(part, 'return') && <Return key={part.version} part={part} />}
      {mayDo(part, 'askDelay') && <AskDelay part={part} />}
      {isOpen && part.handedOnId === null && (
        <ButtonLink to={`/assignments/new?part=${part.id}`} isPlain>
          {t('assignment.handOn')}
        </ButtonLink>
      )}
      {part.handedOnId !== null && (
        <ButtonLink to={`/assignments/${part.handedOnId}`} isPlain>
          {t('assignment.toHandedOn')}
        </ButtonLink>
      )}
    </>
  );
}

interface ReturnFields {
  readonly answers?: TypedAnswers;
}

/** The form: what was kept, or returned before, or what the unions below have returned in sum. */
function Return({ part }: Props) {
  const { t } = useTranslation();
  const { id: partId, version, questions, offers, counted } = part;
  const asked = questions.map((question) => ({
    ...question,
    perHead: false,
    visibleTo: 'organiser' as const,
  }));
  const [form] = Form.useForm<ReturnFields>();
  const giveBack = useCommand('assignment', 'post', '/assignment-parts/{partId}/return', {
    onStale: 'refuse',
  });
  const save = useCommand('assignment', 'put', '/assignment-parts/{partId}/draft', { onStale: 'refuse' });
  const typed = (fields: ReturnFields) => ({
    partId,
    version,
    body: { answers: answersOf(questions, fields.answers ?? {}, 1) },
  });
  const titleOf = (questionId: string): string => questions.find(({ id }) => id === questionId)?.title ?? '';
  return (
    <section className="card" aria-labelledby="return-title">
      <h2 id="return-title">{t('assignment.return')}</h2>
      {offers.map(({ questionId, sum, unions }) => (
        <p key={questionId} className="hint">
          {t('assignment.offer', {
            question: titleOf(questionId),
            sum: String(sum),
            count: unions,
          })}
        </p>
      ))}
      {counted.map(({ questionId, figure, value }) => (
        <p key={questionId} className="hint">
          {t('assignment.figure.offer', {
            question: titleOf(questionId),
            value: String(value),
            source: t(`assignment.figure.source.${figure}`),
          })}
        </p>
      ))}
      {save.isError && <Refusal title={t('assignment.saveRefused')} error={save.error} />}
      <CommandForm
        command={giveBack}
        input={typed}
        form={form}
        submit={t('assignment.return')}
        refused={t('assignment.returnRefused')}
        initialValues={{ answers: typedOf(asked, filledOf(part)) }}
        actions={
          mayDo(part, 'save') && (
            <Button loading={save.isPending} onClick={() => save.mutate(typed(form.getFieldsValue()))}>
              {t('assignment.keepDraft')}
            </Button>
          )
        }
      >
        <QuestionFields questions={questions} companions={[]} />
      </CommandForm>
    </section>
  );
}

function AskDelay({ part: { id: partId, version } }: Props) {
  const { t } = useTranslation();
  const ask = useCommand('assignment', 'post', '/assignment-parts/{partId}/ask-delay');
  return (
    <details className="card fold">
      <summary>{t('assignment.askDelay')}</summary>
      <CommandForm
        command={ask}
        input={({ until, reason }: { readonly until: string; readonly reason: string }) => ({
          partId,
          version,
          body: { until, reason: reason.trim() },
        })}
        submit={t('assignment.askDelay')}
        refused={t('assignment.askDelayRefused')}
        secondary
      >
        <Form.Item
          name="until"
          label={t('assignment.until')}
          rules={[{ required: true, message: t('assignment.untilRequired') }]}
        >
          <Input type="date" className="date-field" />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('assignment.delayReason')}
          rules={[{ required: true, whitespace: true, message: t('assignment.reasonRequired') }]}
        >
          <Input maxLength={reasonCharactersMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
