import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import { stepOf } from './budget-form.js';
import {
  type Budget,
  useAdoptBudget,
  useAmendBudget,
  useReturnBudget,
  useSubmitBudget,
} from './use-budgets.js';

const EditLines = lazyPart('EditLines', () => import('./edit-lines.js'), { rows: 6 });
const drafters = ['finance', 'officer'] as const;
const adopters = ['approver'] as const;

/** What comes next, and who does it: said before somebody tries it in vain. */
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
      {(step === 'adopt' || step === 'own') && <Return budget={budget} />}
      {step === 'own' && <p role="status">{t('budget.own')}</p>}
      {step === 'wait' && <p role="status">{t('budget.waitAdoption')}</p>}
      {step === 'amend' && <Amend budget={budget} />}
    </section>
  );
}

function Draft({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const submit = useSubmitBudget(budget.id);
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
          onConfirm={() => submit.mutate(budget.version, { onError: refresh })}
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
  const adopt = useAdoptBudget(budget.id);
  const refresh = useRefresh('budget');
  return (
    <>
      <ConfirmButton
        type="primary"
        loading={adopt.isPending}
        question={t('budget.adoptQuestion', { total: money(budget.total) })}
        confirmText={t('budget.adopt')}
        onConfirm={() => adopt.mutate(budget.version, { onError: refresh })}
      >
        {t('budget.adopt')}
      </ConfirmButton>
      {adopt.isError && <Refusal title={t('budget.refused')} error={adopt.error} />}
    </>
  );
}

function Return({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const reason = useReason();
  const giveBack = useReturnBudget(budget.id, budget.version);
  return (
    <div className="labelled">
      <ReasonField reason={reason} label={t('budget.returnReason')} required={t('budget.reasonRequired')} />
      <div className="actions">
        <Button loading={giveBack.isPending} onClick={() => reason.take((text) => giveBack.mutate(text))}>
          {t('budget.return')}
        </Button>
      </div>
      {giveBack.isError && <Refusal title={t('budget.refused')} error={giveBack.error} />}
    </div>
  );
}

function Amend({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const reason = useReason();
  const amend = useAmendBudget(budget.id, budget.version);
  const navigate = useNavigate();
  const begin = (text: string): void =>
    amend.mutate(text, { onSuccess: ({ id }) => void navigate(`/budgets/${id}`) });
  return (
    <div className="labelled">
      <p className="hint">{t('budget.amendHint')}</p>
      <ReasonField reason={reason} label={t('budget.amendReason')} required={t('budget.reasonRequired')} />
      <div className="actions">
        <Button loading={amend.isPending} onClick={() => reason.take(begin)}>
          {t('budget.amend')}
        </Button>
      </div>
      {amend.isError && <Refusal title={t('budget.refused')} error={amend.error} />}
    </div>
  );
}
