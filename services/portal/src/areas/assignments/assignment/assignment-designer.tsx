import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patternOf, ProblemError } from '../../../api/problem.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { Picked } from '../../../kit/search-picker.js';
import { type FindableKind, type NamedParty, PartyPicker } from '../../../session/party-picker.js';
import { useUnionName } from '../../../session/use-unions.js';
import { PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { Problems } from '../../activities/agreement/problems-at.js';
import { type Designed, designedOf, questionOf } from '../../activities/sign-up-form/designed.model.js';
import { QuestionList, QuestionPreview } from '../../activities/sign-up-form/question-list.js';
import { plainQuestionOf } from '../../affairs/service/service.model.js';
import {
  type AssignmentContent,
  type AssignmentKind,
  type AssignmentScope,
  chosenUnionsMax,
} from './assignment.model.js';

interface AssignmentDesignerProps<Input, Output> {
  /** With which it begins. */
  readonly content: AssignmentContent;
  readonly command: Command<Input, Output>;
  /** What is sent; null where something is missing that stands above. */
  readonly input: (content: AssignmentContent) => Input | null;
  readonly submit: string;
  readonly onDone?: (output: Output) => void;
  /** What comes first. */
  readonly children?: ReactNode;
}

interface PartProps {
  readonly content: AssignmentContent;
  readonly onPut: (part: Partial<AssignmentContent>) => void;
}

/** What an assignment says, to whom it goes, and the form that comes back. */
export function AssignmentDesigner<Input, Output>(props: AssignmentDesignerProps<Input, Output>) {
  const { t } = useTranslation();
  const { command, input, submit, onDone, children } = props;
  const [content, setContent] = useState(props.content);
  const [questions, setQuestions] = useState<readonly Designed[]>(() =>
    props.content.questions.map((question) =>
      designedOf({ ...question, perHead: false, visibleTo: 'organiser' }),
    ),
  );
  const put = (part: Partial<AssignmentContent>): void => setContent((before) => ({ ...before, ...part }));
  const asks = content.kind === 'task';
  const asked = asks ? questions.map((question) => plainQuestionOf(questionOf(question))) : [];
  const unionIds = content.scope === 'chosen' ? content.unionIds : [];
  const send = (): void => {
    const sent = input({ ...content, unionIds, questions: asked });
    if (sent !== null) command.mutate(sent, onDone === undefined ? {} : { onSuccess: onDone });
  };
  const problems = command.error instanceof ProblemError ? command.error.problem.errors : [];
  return (
    <Problems.Provider value={problems.map(({ pointer, detail }) => ({ pointer, text: detail }))}>
      <section className="card" aria-labelledby="content-title">
        <h2 id="content-title">{t('assignment.content')}</h2>
        {children}
        <Content content={content} onPut={put} />
      </section>
      <section className="card" aria-labelledby="whom-title">
        <h2 id="whom-title">{t('assignment.whom')}</h2>
        <Whom content={content} onPut={put} />
      </section>
      {asks && (
        <section className="card" aria-labelledby="form-title">
          <h2 id="form-title">{t('assignment.form')}</h2>
          <p className="hint">{t('assignment.formHint')}</p>
          <QuestionList questions={questions} onChange={setQuestions} isPlain />
          {questions.length > 0 && <QuestionPreview questions={questions} />}
        </section>
      )}
      {command.isError && (
        <Refusal
          title={t('assignment.saveRefused')}
          error={command.error}
          fields={problems.map(({ pointer }) => patternOf(pointer.slice(1).split('/')))}
        />
      )}
      <div className="actions">
        <Button type="primary" loading={command.isPending} onClick={send}>
          {submit}
        </Button>
      </div>
    </Problems.Provider>
  );
}

function Content({ content, onPut }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <PlainField label={t('assignment.kindLabel')} pointer="/kind">
        {(ids) => (
          <Choice<AssignmentKind>
            {...ids}
            value={content.kind}
            options={(['task', 'notice'] as const).map((value) => ({
              value,
              label: t(`assignment.kindOption.${value}`),
            }))}
            onChange={(kind) => onPut({ kind: kind ?? 'task' })}
          />
        )}
      </PlainField>
      <TextField
        label={t('assignment.title')}
        pointer="/title"
        value={content.title}
        maxLength={100}
        onChange={(title) => onPut({ title })}
      />
      <PlainField label={t('assignment.text')} pointer="/text">
        {(ids) => (
          <TextArea
            {...ids}
            rows={5}
            maxLength={5_000}
            value={content.text}
            onChange={(event) => onPut({ text: event.target.value })}
          />
        )}
      </PlainField>
      <TextField
        label={t('assignment.dueOn')}
        pointer="/dueOn"
        type="date"
        value={content.dueOn}
        onChange={(dueOn) => onPut({ dueOn })}
      />
    </>
  );
}

const unions: readonly FindableKind[] = ['union'];

function Whom({ content, onPut }: PartProps) {
  const { t } = useTranslation();
  const { scope, unionIds } = content;
  const add = ({ id }: NamedParty): void => onPut({ unionIds: [...new Set([...unionIds, id])] });
  return (
    <>
      <PlainField label={t('assignment.scopeLabel')} pointer="/scope">
        {(ids) => (
          <Choice<AssignmentScope>
            {...ids}
            value={scope}
            options={(['all', 'children', 'chosen'] as const).map((value) => ({
              value,
              label: t(`assignment.scope.${value}`),
            }))}
            onChange={(chosen) => onPut({ scope: chosen ?? 'all' })}
          />
        )}
      </PlainField>
      {scope === 'chosen' && (
        <>
          {unionIds.map((id) => (
            <ChosenUnion
              key={id}
              id={id}
              onRemove={() => onPut({ unionIds: unionIds.filter((one) => one !== id) })}
            />
          ))}
          {unionIds.length < chosenUnionsMax && (
            <PlainField label={t('common.findUnion')} pointer="/unionIds">
              {({ id }) => <PartyPicker id={id} label={t('common.findUnion')} kinds={unions} onPick={add} />}
            </PlainField>
          )}
        </>
      )}
    </>
  );
}

function ChosenUnion({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const name = useUnionName(id) ?? t('common.loading');
  return <Picked name={name} onClear={onRemove} />;
}
