import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { type ActivityTask, useAddTask, useEditTask, useFinishTask } from './use-activity-tasks.js';

interface TaskWords {
  readonly title: string;
  readonly dueOn?: string;
  readonly note?: string;
}

interface AddTaskFormProps {
  readonly activityId: string;
  /** The hosts for which the person acts, at least one. */
  readonly hosts: readonly NamedParty[];
  readonly onDone: () => void;
}

const fields = ['title', 'dueOn', 'note'];

/** A host's own task, beside the agreement. */
export function AddTaskForm({ activityId, hosts, onDone }: AddTaskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TaskWords & { party?: string }>();
  const add = useAddTask(activityId);
  const send = ({ party, ...words }: TaskWords & { party?: string }): void => {
    const host = hosts.find(({ id }) => id === party) ?? hosts[0];
    if (host === undefined) return;
    add.mutate(
      { party: { kind: host.kind, id: host.id }, ...cleaned(words) },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  const start = { party: hosts[0]?.id ?? '' };
  return (
    <Form
      form={form}
      name="add-task"
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
    >
      {hosts.length > 1 && (
        <Form.Item name="party" label={t('task.addParty')}>
          <Choice options={hosts.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <TitleAndDay />
      <NoteField label={`${t('task.addNote')} (${t('common.optional')})`} />
      {add.isError && <Refusal title={t('task.notAdded')} error={add.error} fields={fields} />}
      <FormActions text={t('task.save')} isPending={add.isPending} onBack={onDone} />
    </Form>
  );
}

interface TaskFormProps {
  readonly task: ActivityTask;
  readonly onDone: () => void;
}

/** Of a task that was agreed the note alone changes here. */
export function EditTaskForm({ task, onDone }: TaskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TaskWords>();
  const edit = useEditTask(task);
  const send = (words: TaskWords): void => {
    const { note, ...rest } = cleaned(words);
    edit.mutate(task.isAgreed ? { note } : { note, ...rest }, {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, fields),
    });
  };
  const start = { title: task.title, dueOn: task.dueOn ?? '', note: task.note ?? '' };
  return (
    <Form
      form={form}
      name={`edit-task-${task.id}`}
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={send}
    >
      {!task.isAgreed && <TitleAndDay />}
      <NoteField label={`${t('task.addNote')} (${t('common.optional')})`} />
      {edit.isError && <Refusal title={t('task.notEdited')} error={edit.error} fields={fields} />}
      <FormActions text={t('task.save')} isPending={edit.isPending} onBack={onDone} />
    </Form>
  );
}

export function FinishTaskForm({ task, onDone }: TaskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note?: string }>();
  const finish = useFinishTask(task);
  const send = ({ note }: { note?: string }): void =>
    finish.mutate(textOrNull(note), {
      onSuccess: onDone,
      onError: (error) => showErrors(form, error, ['note']),
    });
  return (
    <Form form={form} name={`finish-task-${task.id}`} layout="vertical" requiredMark={false} onFinish={send}>
      <NoteField label={`${t('task.doneNote')} (${t('common.optional')})`} />
      {finish.isError && <Refusal title={t('task.notDone')} error={finish.error} fields={['note']} />}
      <FormActions text={t('task.doneYes')} isPending={finish.isPending} onBack={onDone} />
    </Form>
  );
}

function TitleAndDay() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('task.addTitle')}
        rules={[{ required: true, whitespace: true, message: t('task.titleRequired') }]}
      >
        <Input maxLength={200} placeholder={t('task.addTitleExample')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="dueOn" label={`${t('task.addDue')} (${t('common.optional')})`}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}

function NoteField({ label }: { readonly label: string }) {
  return (
    <Form.Item name="note" label={label}>
      <TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}

interface FormActionsProps {
  readonly text: string;
  readonly isPending: boolean;
  readonly onBack: () => void;
}

function FormActions({ text, isPending, onBack }: FormActionsProps) {
  const { t } = useTranslation();
  return (
    <div className="actions">
      <Button type="primary" htmlType="submit" loading={isPending}>
        {text}
      </Button>
      <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
    </div>
  );
}

function cleaned({ title, dueOn, note }: TaskWords) {
  return { title: title.trim(), dueOn: textOrNull(dueOn), note: textOrNull(note) };
}

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
