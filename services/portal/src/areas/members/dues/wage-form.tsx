import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import type { Dues } from './dues-facts.js';
import { amountRule, moneyOf, monthPattern, today } from './dues-form.js';

interface Values {
  readonly monthlyBaseWage: string;
  readonly fromMonth: string;
}

/** Where dues are a part of the wage: what is due is computed of it and kept. No draft: the wage is kept nowhere. */
export function WageForm({ dues: { memberId, monthly } }: { readonly dues: Dues }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const set = useCommand('dues', 'put', '/members/{memberId}/dues');
  return (
    <section className="card">
      <FoldedAct title={t('dues.wage.title')} hint={t('dues.wage.hint')} isOpen={monthly === null}>
        <CommandForm
          name="dues-wage"
          secondary
          form={form}
          command={set}
          input={({ monthlyBaseWage, fromMonth }: Values) => ({
            memberId,
            body: { fromMonth, monthlyBaseWage: moneyOf(monthlyBaseWage) },
          })}
          submit={t('dues.wage.submit')}
          refused={t('dues.refused')}
          onDone={() => form.resetFields(['monthlyBaseWage'])}
          initialValues={{ fromMonth: today().slice(0, 7) }}
        >
          <div className="two-columns">
            <Form.Item
              name="monthlyBaseWage"
              label={t('dues.wage.wage')}
              rules={[amountRule(t('dues.amountInvalid'))]}
            >
              <MoneyInput />
            </Form.Item>
            <Form.Item
              name="fromMonth"
              label={t('dues.fromMonth')}
              rules={[{ required: true, pattern: monthPattern, message: t('dues.monthInvalid') }]}
            >
              <Input type="month" autoComplete="off" />
            </Form.Item>
          </div>
        </CommandForm>
      </FoldedAct>
    </section>
  );
}
