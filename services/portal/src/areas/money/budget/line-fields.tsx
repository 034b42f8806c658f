import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ExpenseCode, expenseCodes } from '../../../api/accounting.js';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { isPlanned } from './budget-form.js';

/** The lines of a budget in a form: a code, an amount and a note each. */
export function LineFields() {
  const { t } = useTranslation();
  const amountRule = {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      isPlanned(text) ? Promise.resolve() : Promise.reject(new Error(t('budget.amountWrong'))),
  };
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="money-filters">
              <Form.Item
                name={[name, 'expenseCode']}
                label={t('budget.code')}
                rules={[{ required: true, message: t('budget.codeRequired') }]}
              >
                <CodeChoice />
              </Form.Item>
              <Form.Item name={[name, 'amount']} label={t('budget.amount')} rules={[amountRule]}>
                <MoneyInput />
              </Form.Item>
              <Form.Item name={[name, 'note']} label={t('budget.note')}>
                <Input maxLength={200} />
              </Form.Item>
              {fields.length > 1 && (
                <Form.Item>
                  <Button onClick={() => remove(name)}>{t('budget.removeLine')}</Button>
                </Form.Item>
              )}
            </div>
          ))}
          {fields.length < expenseCodes.length && (
            <p>
              <Button onClick={() => add()}>{t('budget.addLine')}</Button>
            </p>
          )}
        </>
      )}
    </Form.List>
  );
}

interface CodeChoiceProps {
  readonly id?: string;
  readonly value?: ExpenseCode;
  readonly onChange?: (code: ExpenseCode | undefined) => void;
}

function CodeChoice(props: CodeChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<ExpenseCode>
      {...props}
      options={[
        { value: '', label: t('budget.chooseUnion') },
        ...expenseCodes.map((value) => ({ value, label: t(`money.expense.${value}`) })),
      ]}
    />
  );
}
