import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { NamedParty } from '../../../session/party-picker.js';
import type { ActivityTask } from './task-line.js';

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

/** A host's own task, beside the agreement. */
export function AddTaskForm({ activityId, hosts, onDone }: AddTaskFormProps) {
  const { t } = useTranslation();
  const add = useCommand('activityTask', 'post', '/activities/{activityId}/tasks');
  return (
    <CommandForm
      command={add}
      name="add-task"
      input={({ party, ...words }: TaskWords & { readonly party?: string }) => {
        const host = hosts.find(({ id }) => id === party) ?? hosts[0];
        if (host === undefined) return null;
        return { activityId, body: { party: { kind: host.kind, id: host.id }, ...cleaned(words) } };
      }}
      submit={t('task.save')}
      refused={t('task.notAdded')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ party: hosts[0]?.id ?? '' }}
    >
      {hosts.length > 1 && (
        <Form.Item name="party" label={t('task.addParty')}>
          <Choice options={hosts.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <TitleAndDay />
      <NoteField label={`${t('task.addNote')} (${t('common.optional')})`} />
    </CommandForm>
  );
}

interface TaskFormProps {
  readonly task: ActivityTask;
  readonly onDone: () => void;
}

/** Only the note of an agreed task can be changed here. */
export function EditTaskForm({ task, onDone }: TaskFormProps) {
  const { t } = useTranslation();
  const edit = useCommand('activityTask', 'patch', '/activities/{activityId}/tasks/{taskId}', {
    onStale: 'refuse',
  });
  return (
    <CommandForm
      command={edit}
      name={`edit-task-${task.id}`}
      input={(words: TaskWords) => {
        const { note, ...rest } = cleaned(words);
        const body = task.isAgreed ? { note } : { note, ...rest };
        return { activityId: task.activityId, taskId: task.id, version: task.version, body };
      }}
      submit={t('task.save')}
      refused={t('task.notEdited')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ title: task.title, dueOn: task.dueOn ?? '', note: task.note ?? '' }}
    >
      {!task.isAgreed && <TitleAndDay />}
      <NoteField label={`${t('task.addNote')} (${t('common.optional')})`} />
    </CommandForm>
  );
}

export function FinishTaskForm({ task, onDone }: TaskFormProps) {
  const { t } = useTranslation();
  const finish = useCommand('activityTask', 'post', '/activities/{activityId}/tasks/{taskId}/done');
  return (
    <CommandForm
      command={finish}
      name={`finish-task-${task.id}`}
      input={({ note }: { readonly note?: string }) => ({
        activityId: task.activityId,
        taskId: task.id,
        body: { note: textOrNull(note) },
      })}
      submit={t('task.doneYes')}
      refused={t('task.notDone')}
      onDone={onDone}
      onCancel={onDone}
    >
      <NoteField label={`${t('task.doneNote')} (${t('common.optional')})`} />
    </CommandForm>
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
        <DateInput />
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

function cleaned({ title, dueOn, note }: TaskWords) {
  return { title: title.trim(), dueOn: textOrNull(dueOn), note: textOrNull(note) };
}

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
