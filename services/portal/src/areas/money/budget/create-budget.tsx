import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { linesOf, type LineValues } from './budget-form.js';
import { LineFields } from './line-fields.js';
import { thisYear } from '../../../session/year-choice.js';

interface Values {
  readonly unionId?: string;
  readonly year?: string;
  readonly lines?: readonly LineValues[];
}

const drafters = ['finance', 'officer'] as const;

/** A year's budget as it is drafted: its union, its year and its lines. */
export function CreateBudget({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const create = useCommand('budget', 'post', '/budgets');
  const navigate = useNavigate();
  return (
    <CommandForm
      command={create}
      input={({ unionId, year: typedYear, lines: typed = [] }: Values) => {
        const lines = linesOf(typed);
        const year = wholeNumberOf(typedYear, 2000, 2100);
        return unionId === undefined || year === null || lines === null
          ? null
          : { body: { unionId, year, lines } };
      }}
      submit={t('budget.create')}
      refused={t('budget.refused')}
      onDone={({ id }) => void navigate(`/budgets/${id}`)}
      onCancel={onDone}
      initialValues={{ year: String(thisYear()), lines: [{}] }}
      className="card"
    >
      <h2>{t('budget.create')}</h2>
      <UnionAndYear />
      <LineFields />
    </CommandForm>
  );
}

function UnionAndYear() {
  const { t } = useTranslation();
  return (
    <div className="money-filters">
      <Form.Item
        name="unionId"
        label={t('budget.union')}
        rules={[{ required: true, message: t('budget.unionRequired') }]}
      >
        <UnionPicker none={t('budget.chooseUnion')} roles={drafters} />
      </Form.Item>
      <Form.Item
        name="year"
        label={t('budget.year')}
        rules={[wholeNumberRule(2000, 2100, t('budget.yearWrong'))]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
    </div>
  );
}
