import { Button, Form } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patternOf, ProblemError } from '../../../api/problem.js';
import type { Command } from '../../../api/use-command.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Choice } from '../../../kit/choice.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { Problems, ProblemsAt } from '../../activities/agreement/problems-at.js';
import { type Designed, designedOf, questionOf } from '../../activities/sign-up-form/designed.model.js';
import { plainQuestionOf } from '../../affairs/service/service.model.js';
import { type AttachmentValue, filesOf, fileValuesOf } from '../../bulletins/file/file.model.js';
import {
  type AssignmentAttachment,
  type AssignmentContent,
  type AssignmentKind,
  type AssignmentScope,
  figuresOf,
  type SentContent,
} from './assignment.model.js';
import { AudienceCount } from './audience-count.js';
import type { ChosenUnions } from './audience.model.js';
import { FigureFields } from './figure-fields.js';

const questionParts = () => import('../../activities/sign-up-form/question-list.js');
const QuestionList = lazyPart('QuestionList', questionParts, { rows: 2 });
const QuestionPreview = lazyPart('QuestionPreview', questionParts, { rows: 2 });
const AudiencePicker = lazyPart('AudiencePicker', () => import('./audience-picker.js'), { rows: 4 });
const FileFields = lazyPart('FileFields', () => import('../../bulletins/file/file-fields.js'), {
  rows: 2,
  texts: ['attachment', 'bulletinFile'],
});

interface AssignmentDesignerProps<Input, Output> {
  /** With which it begins. */
  readonly content: AssignmentContent;
  readonly attachments?: readonly AssignmentAttachment[];
  /** The union that gives it; undefined as long as none is chosen. */
  readonly unionId: string | undefined;
  readonly command: Command<Input, Output>;
  /** What is sent; null where something is missing that stands above. */
  readonly input: (content: SentContent) => Input | null;
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
  const { unionId, command, input, submit, onDone, children } = props;
  const [content, setContent] = useState(props.content);
  const [questions, setQuestions] = useState<readonly Designed[]>(() =>
    props.content.questions.map((question) =>
      designedOf({ ...question, perHead: false, visibleTo: 'organiser' }),
    ),
  );
  const put = (part: Partial<AssignmentContent>): void => setContent((before) => ({ ...before, ...part }));
  const asks = content.kind === 'task';
  const asked = asks ? questions.map((question) => plainQuestionOf(questionOf(question))) : [];
  const [form] = Form.useForm<FileValues>();
  // What belongs to one union is of no use to another.
  useChange(unionId, () => {
    put({ unionIds: [], branchIds: [] });
    form.setFieldValue('attachments', []);
  });
  const send = async (): Promise<void> => {
    const { attachments = [] } = await form
      .validateFields()
      .then(() => form.getFieldsValue(true) as FileValues);
    const sent = input({
      ...content,
      ...(content.scope === 'chosen' ? {} : { unionIds: [], branchIds: [] }),
      questions: asked,
      figures: figuresOf(content.figures, asked),
      attachments: filesOf({ pictures: [], attachments }).attachments,
    });
    if (sent !== null) command.mutate(sent, onDone === undefined ? {} : { onSuccess: onDone });
  };
  const problems = command.error instanceof ProblemError ? command.error.problem.errors : [];
  return (
    <Problems.Provider value={problems.map(({ pointer, detail }) => ({ pointer, text: detail }))}>
      <section className="card" aria-labelledby="content-title">
        <h2 id="content-title">{t('assignment.content')}</h2>
        {children}
        <Content content={content} onPut={put} />
        <Form
          form={form}
          component={false}
          initialValues={fileValuesOf({ pictures: [], attachments: [...(props.attachments ?? [])] })}
        >
          <FileFields list="attachments" unionId={unionId} pictureOf={undefined} />
        </Form>
      </section>
      <section className="card" aria-labelledby="whom-title">
        <h2 id="whom-title">{t('assignment.whom')}</h2>
        <Whom unionId={unionId} content={content} onPut={put} />
      </section>
      {asks && (
        <section className="card" aria-labelledby="form-title">
          <h2 id="form-title">{t('assignment.form')}</h2>
          <p className="hint">{t('assignment.formHint')}</p>
          <QuestionList questions={questions} onChange={setQuestions} isPlain />
          <FigureFields questions={asked} figures={content.figures} onPut={(figures) => put({ figures })} />
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
        <Button type="primary" loading={command.isPending} onClick={() => void send().catch(() => undefined)}>
          {submit}
        </Button>
      </div>
    </Problems.Provider>
  );
}

interface FileValues {
  readonly attachments?: readonly AttachmentValue[];
}

/** Runs once for each value after the first that is known. */
function useChange(value: string | undefined, onChange: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current !== undefined && before.current !== value) onChange();
    before.current = value;
  }, [value]);
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

interface WhomProps extends PartProps {
  readonly unionId: string | undefined;
}

function Whom({ unionId, content, onPut }: WhomProps) {
  const { t } = useTranslation();
  const { scope, unionIds, branchIds } = content;
  const choose = (chosen: ChosenUnions): void =>
    onPut({ unionIds: [...chosen.unionIds], branchIds: [...chosen.branchIds] });
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
      {unionId === undefined ? (
        <p className="hint">{t('assignment.audience.giverFirst')}</p>
      ) : (
        <>
          {scope === 'chosen' && (
            <AudiencePicker unionId={unionId} chosen={{ unionIds, branchIds }} onChoose={choose} />
          )}
          <ProblemsAt id="audience-problems" pointers={['/unionIds', '/branchIds']} />
          <AudienceCount unionId={unionId} audience={content} />
        </>
      )}
    </>
  );
}
