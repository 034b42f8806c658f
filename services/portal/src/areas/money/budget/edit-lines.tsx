import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { linesOf, type LineValues, valuesOf } from './budget-form.js';
import { LineFields } from './line-fields.js';
import { type Budget, useChangeBudget } from './use-budgets.js';

interface EditLinesProps {
  readonly budget: Budget;
  readonly onDone: () => void;
}

const fields = ['lines'];

/** The lines of a draft, to be changed as a whole. */
export function EditLines({ budget, onDone }: EditLinesProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ lines?: readonly LineValues[] }>();
  const change = useChangeBudget(budget.id);
  const refresh = useRefresh('budget');
  const submit = ({ lines = [] }: { lines?: readonly LineValues[] }): void => {
    const whole = linesOf(lines);
    if (whole === null) return;
    change.mutate(
      { lines: whole, version: budget.version },
      {
        onSuccess: onDone,
        onError: (error) => {
          showErrors(form, error, fields);
          refresh();
        },
      },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={change.isPending}
      initialValues={{ lines: valuesOf(budget) }}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <h2>{t('budget.edit')}</h2>
      <LineFields />
      {change.isError && <Refusal title={t('budget.refused')} error={change.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('budget.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
