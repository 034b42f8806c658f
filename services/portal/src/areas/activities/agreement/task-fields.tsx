import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import type { TaskDraft } from './agreement-draft.js';
import { PlainField, TextField } from './plain-field.js';
import type { NamedKey } from './rule-builder.js';

const tasksMax = 200;

interface TaskFieldsProps {
  readonly tasks: readonly TaskDraft[];
  readonly hosts: readonly NamedKey[];
  readonly onChange: (tasks: readonly TaskDraft[]) => void;
}

/** Who does what, by when. */
export function TaskFields({ tasks, hosts, onChange }: TaskFieldsProps) {
  const { t } = useTranslation();
  const add = (): void => onChange([...tasks, { party: hosts[0]?.key ?? '', title: '', dueOn: '' }]);
  return (
    <fieldset className="group">
      <legend>{t('agreement.tasks')}</legend>
      {tasks.map((task, index) => (
        // A task has no id other than its place in the list.
        <Task
          key={index}
          task={task}
          index={index}
          hosts={hosts}
          onChange={(changed) => onChange(tasks.map((one, at) => (at === index ? changed : one)))}
          onRemove={() => onChange(tasks.filter((_one, at) => at !== index))}
        />
      ))}
      {tasks.length < tasksMax && <Button onClick={add}>{t('agreement.addTask')}</Button>}
    </fieldset>
  );
}

interface TaskProps {
  readonly task: TaskDraft;
  readonly index: number;
  readonly hosts: readonly NamedKey[];
  readonly onChange: (task: TaskDraft) => void;
  readonly onRemove: () => void;
}

function Task({ task, index, hosts, onChange, onRemove }: TaskProps) {
  const { t } = useTranslation();
  const at = `/tasks/${index}`;
  const number = index + 1;
  const isHost = hosts.some(({ key }) => key === task.party);
  return (
    <div className="task" role="group" aria-label={t('agreement.taskNumber', { number })}>
      <PlainField label={t('agreement.taskParty')} pointer={`${at}/party`}>
        {(ids) => (
          <Choice
            {...ids}
            value={isHost ? task.party : ''}
            options={[
              // Its party is no longer a host.
              ...(isHost ? [] : [{ value: '' as const, label: t('splitRule.chooseParty') }]),
              ...hosts.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            onChange={(party) => onChange({ ...task, party: party ?? '' })}
          />
        )}
      </PlainField>
      <TextField
        label={t('agreement.taskTitle')}
        pointer={`${at}/title`}
        value={task.title}
        maxLength={200}
        onChange={(title) => onChange({ ...task, title })}
      />
      <TextField
        label={t('activityForm.optional', { label: t('agreement.taskDueOn') })}
        pointer={`${at}/dueOn`}
        type="date"
        value={task.dueOn}
        onChange={(dueOn) => onChange({ ...task, dueOn })}
      />
      <Button onClick={onRemove} aria-label={t('agreement.removeTask', { number })}>
        {t('agreement.remove')}
      </Button>
    </div>
  );
}
