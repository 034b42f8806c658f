import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { WordsForm } from '../../../kit/words-form.js';
import type { Task } from './maintenance.model.js';

/** Why the task is left out this time. */
export function SkipForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const skip = useCommand('maintenance', 'post', '/maintenance-tasks/{taskId}/skip');
  return (
    <WordsForm
      label={t('maintenance.skipReason')}
      required={t('maintenance.skipReasonRequired')}
      submit={t('maintenance.submitSkip')}
      refused={t('maintenance.refused')}
      isPending={skip.isPending}
      error={skip.error}
      onSubmit={(reason) =>
        skip.mutate({ taskId: task.id, version: task.version, body: { reason } }, { onSuccess: onDone })
      }
      onClose={onDone}
    />
  );
}
