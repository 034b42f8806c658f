import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import { stepOf } from './budget-form.js';
import type { Budget } from './budget.model.js';

const EditLines = lazyPart('EditLines', () => import('./edit-lines.js'), { rows: 6 });
const ReturnBudget = lazyPart('ReturnBudget', () => import('./reason-forms.js'), { rows: 2 });
const AmendBudget = lazyPart('AmendBudget', () => import('./reason-forms.js'), { rows: 2 });
const drafters = ['finance', 'officer'] as const;
const adopters = ['approver'] as const;

/** The next step and who takes it, so that nobody tries in vain. */
export function BudgetSteps({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const drafts = useReaches(budget.union.id, drafters);
  const adopts = useReaches(budget.union.id, adopters);
  const step = stepOf(budget, { id: me?.personId, drafts, adopts });
  if (step === 'none') return null;
  return (
    <section className="card" aria-labelledby="budget-steps">
      <h2 id="budget-steps">{t('budget.steps')}</h2>
      {step === 'submit' && <Draft budget={budget} />}
      {step === 'adopt' && <Adopt budget={budget} />}
      {(step === 'adopt' || step === 'own') && <ReturnBudget budget={budget} />}
      {step === 'own' && <p role="status">{t('budget.own')}</p>}
      {step === 'wait' && <p role="status">{t('budget.waitAdoption')}</p>}
      {step === 'amend' && <AmendBudget budget={budget} />}
    </section>
  );
}

function Draft({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const submit = useCommand('budget', 'post', '/budgets/{budgetId}/submit');
  const refresh = useRefresh('budget');
  if (isEditing) return <EditLines budget={budget} onDone={() => setIsEditing(false)} />;
  return (
    <>
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={submit.isPending}
          question={t('budget.submitQuestion', { total: money(budget.total) })}
          confirmText={t('budget.submit')}
          onConfirm={() =>
            submit.mutate({ budgetId: budget.id, version: budget.version }, { onError: refresh })
          }
        >
          {t('budget.submit')}
        </ConfirmButton>
        <Button onClick={() => setIsEditing(true)}>{t('budget.edit')}</Button>
      </div>
      {submit.isError && <Refusal title={t('budget.refused')} error={submit.error} />}
    </>
  );
}

function Adopt({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const adopt = useCommand('budget', 'post', '/budgets/{budgetId}/adopt');
  const refresh = useRefresh('budget');
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={adopt.isPending}
        question={t('budget.adoptQuestion', { total: money(budget.total) })}
        confirmText={t('budget.adopt')}
        onConfirm={() => adopt.mutate({ budgetId: budget.id, version: budget.version }, { onError: refresh })}
      >
        {t('budget.adopt')}
      </ConfirmButton>
      {adopt.isError && <Refusal title={t('budget.refused')} error={adopt.error} />}
    </>
  );
}
