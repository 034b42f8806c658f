import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Budget } from './budget.model.js';

export function ReturnBudget({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const returnBudget = useCommand('budget', 'post', '/budgets/{budgetId}/return');
  return (
    <CommandForm
      command={returnBudget}
      input={({ reason }: ReasonForm) => ({
        budgetId: budget.id,
        version: budget.version,
        body: { reason: reason.trim() },
      })}
      submit={t('budget.return')}
      refused={t('budget.refused')}
      secondary
    >
      <Reason label={t('budget.returnReason')} />
    </CommandForm>
  );
}

export function AmendBudget({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const amend = useCommand('budget', 'post', '/budgets/{budgetId}/amendments');
  return (
    <CommandForm
      command={amend}
      input={({ reason }: ReasonForm) => ({
        budgetId: budget.id,
        version: budget.version,
        body: { reason: reason.trim() },
      })}
      submit={t('budget.amend')}
      refused={t('budget.refused')}
      secondary
      onDone={({ id }) => void navigate(`/budgets/${id}`)}
    >
      <p className="hint">{t('budget.amendHint')}</p>
      <Reason label={t('budget.amendReason')} />
    </CommandForm>
  );
}

interface ReasonForm {
  readonly reason: string;
}

function Reason({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('budget.reasonRequired') }]}
    >
      <Input maxLength={500} />
    </Form.Item>
  );
}
