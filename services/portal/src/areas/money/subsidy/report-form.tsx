import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes } from '../../../api/accounting.js';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { OneFile } from './files-field.js';
import { reportOf, type ReportValues } from './report-values.js';
import type { Subsidy } from './subsidy.model.js';

/** The report on the use, and what was paid outside of cost pools, with the receipts. */
export function ReportForm({ subsidy }: { readonly subsidy: Subsidy }) {
  const { t } = useTranslation();
  const report = useCommand('subsidy', 'post', '/subsidies/{subsidyId}/report');
  return (
    <CommandForm
      name="report"
      command={report}
      input={(values: ReportValues) => ({
        subsidyId: subsidy.id,
        version: subsidy.version,
        body: reportOf(values),
      })}
      submit={t('subsidyReport.send')}
      refused={t('subsidy.refused')}
    >
      <h3>{t('subsidyReport.write')}</h3>
      <p className="hint">{t('subsidyReport.hint')}</p>
      <Form.Item
        name="text"
        label={t('subsidyReport.text')}
        rules={[{ required: true, whitespace: true, message: t('subsidy.required') }]}
      >
        <TextArea rows={4} maxLength={4_000} />
      </Form.Item>
      <ReportLines />
    </CommandForm>
  );
}

function ReportLines() {
  const { t } = useTranslation();
  return (
    <Form.List name="lines">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div className="card" key={key}>
              <ReportLine name={name} />
              <Button onClick={() => remove(name)}>
                {t('subsidyReport.removeLine', { number: name + 1 })}
              </Button>
            </div>
          ))}
          <p>
            <Button onClick={() => add()}>{t('subsidyReport.addLine')}</Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

function ReportLine({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('subsidy.required') }];
  return (
    <>
      <Form.Item name={[name, 'title']} label={t('subsidyReport.lineTitle')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name={[name, 'amount']} label={t('subsidyReport.lineAmount')} rules={required}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name={[name, 'expenseCode']} label={t('subsidyReport.lineCode')} rules={required}>
          <Choice<string>
            options={[
              { value: '', label: t('common.choose') },
              ...expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) })),
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name={[name, 'receipt']} label={t('subsidyReport.receipt')}>
        <OneFile />
      </Form.Item>
    </>
  );
}
