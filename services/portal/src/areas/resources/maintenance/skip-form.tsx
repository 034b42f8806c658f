import { useTranslation } from 'react-i18next';
import { WordsForm } from '../../../kit/words-form.js';
import { type Task, useSkip } from './use-maintenance.js';

/** Why it is left out this time. */
export function SkipForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const skip = useSkip(task);
  return (
    <WordsForm
      label={t('maintenance.skipReason')}
      required={t('maintenance.skipReasonRequired')}
      submit={t('maintenance.submitSkip')}
      refused={t('maintenance.refused')}
      isPending={skip.isPending}
      error={skip.error}
      onSubmit={(reason) => skip.mutate(reason, { onSuccess: onDone })}
      onClose={onDone}
    />
  );
}
