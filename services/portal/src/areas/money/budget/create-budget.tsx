import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { linesOf, type LineValues } from './budget-form.js';
import { LineFields } from './line-fields.js';
import { useCreateBudget } from './use-budgets.js';
import { thisYear } from '../../../session/year-choice.js';

interface Values {
  readonly unionId?: string;
  readonly year?: string;
  readonly lines?: readonly LineValues[];
}

const fields = ['unionId', 'year', 'lines'];
const drafters = ['finance', 'officer'] as const;

/** A year's budget as it is drafted: whose, of which year, and its lines. */
export function CreateBudget({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const create = useCreateBudget();
  const navigate = useNavigate();
  const submit = ({ unionId, year, lines = [] }: Values): void => {
    const whole = linesOf(lines);
    const chosen = wholeNumberOf(year, 2000, 2100);
    if (unionId === undefined || chosen === null || whole === null) return;
    create.mutate(
      { unionId, year: chosen, lines: whole },
      {
        onSuccess: ({ id }) => void navigate(`/budgets/${id}`),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={create.isPending}
      initialValues={{ year: String(thisYear()), lines: [{}] }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <h2>{t('budget.create')}</h2>
      <WhoseAndWhen />
      <LineFields />
      {create.isError && <Refusal title={t('budget.refused')} error={create.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('budget.create')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function WhoseAndWhen() {
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
