import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Budget } from './budget.model.js';
import { linesOf, type LineValues, valuesOf } from './budget-form.js';
import { LineFields } from './line-fields.js';

interface EditLinesProps {
  readonly budget: Budget;
  readonly onDone: () => void;
}

/** The lines of a draft, changed as a whole. */
export function EditLines({ budget, onDone }: EditLinesProps) {
  const { t } = useTranslation();
  const change = useCommand('budget', 'put', '/budgets/{budgetId}/lines', { onStale: 'refuse' });
  return (
    <CommandForm
      command={change}
      input={({ lines: typed = [] }: { readonly lines?: readonly LineValues[] }) => {
        const lines = linesOf(typed);
        return lines === null ? null : { budgetId: budget.id, version: budget.version, body: { lines } };
      }}
      submit={t('budget.save')}
      refused={t('budget.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ lines: valuesOf(budget) }}
      className="card"
    >
      <h2>{t('budget.edit')}</h2>
      <LineFields />
    </CommandForm>
  );
}
