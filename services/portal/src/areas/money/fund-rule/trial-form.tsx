import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { localTimeOf } from '../../../i18n/format.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { TrialRun } from './use-trial.js';

const [yearMin, yearMax] = [2000, 2999];

/** The year of the trial, by default last year. */
export function TrialForm({ trial }: { readonly trial: TrialRun }) {
  const { t } = useTranslation();
  const lastYear = String(Number(localTimeOf(new Date().toISOString()).slice(0, 4)) - 1);
  const submit = ({ year }: { readonly year: string }): void => {
    const figure = wholeNumberOf(year, yearMin, yearMax);
    if (figure !== null) trial.run(figure);
  };
  const message = t('fundRule.use.wholeInvalid', { min: yearMin, max: yearMax });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="card"
      initialValues={{ year: lastYear }}
      onFinish={submit}
    >
      <Form.Item
        name="year"
        label={t('fundRule.trial.year')}
        rules={[wholeNumberRule(yearMin, yearMax, message)]}
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={4} className="short-field" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={trial.isRunning}>
        {t(trial.result === null ? 'fundRule.trial.run' : 'fundRule.trial.again')}
      </Button>
      <p role="status">{trial.isRunning && t('fundRule.trial.running', { count: trial.poolCount })}</p>
      {trial.error !== null && <Refusal title={t('fundRule.trial.failed')} error={trial.error} />}
    </Form>
  );
}
