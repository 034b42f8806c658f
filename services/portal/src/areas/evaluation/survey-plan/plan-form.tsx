import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Command, useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { ExtraQuestions } from '../survey/extra-questions.js';
import { formOf, type PlanForm, type PlanRequest, planOf, type SurveyPlan } from './new-plan.js';

const holders = ['evaluator', 'organiser'] as const;
const daysMax = 60;

interface NewPlanProps {
  readonly onDone: () => void;
}

export function NewPlan({ onDone }: NewPlanProps) {
  const create = useCommand('surveyPlan', 'post', '/survey-plans');
  const initial = { daysOpen: '7', validFrom: new Date().toISOString().slice(0, 10) };
  return <PlanFields initial={initial} isNew command={create} input={(body) => ({ body })} onDone={onDone} />;
}

/** Its union stays. */
export function ChangedPlan({ plan, onDone }: NewPlanProps & { readonly plan: SurveyPlan }) {
  const change = useCommand('surveyPlan', 'patch', '/survey-plans/{planId}', { onStale: 'refuse' });
  return (
    <PlanFields
      initial={formOf(plan)}
      isNew={false}
      command={change}
      input={({ unionId: _unionId, ...body }) => ({ planId: plan.id, version: plan.version, body })}
      onDone={onDone}
    />
  );
}

interface PlanFieldsProps<Input> extends NewPlanProps {
  readonly initial: PlanForm;
  readonly isNew: boolean;
  readonly command: Command<Input, unknown>;
  readonly input: (plan: PlanRequest) => Input;
}

/** Whose activities the surveys are about, by which system, for how long, and from when on. */
function PlanFields<Input>({ initial, isNew, command, input, onDone }: PlanFieldsProps<Input>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      command={command}
      input={(values: PlanForm) => {
        const plan = planOf({ ...initial, ...values });
        return plan === null ? null : input(plan);
      }}
      submit={t('surveyPlan.save')}
      refused={t('surveyPlan.refused')}
      onDone={onDone}
      onCancel={onDone}
      className="card"
      initialValues={initial}
    >
      <h2>{t(isNew ? 'surveyPlan.new' : 'surveyPlan.change')}</h2>
      <WhoseAndWhen isNew={isNew} />
      <ExtraQuestions />
    </CommandForm>
  );
}

function WhoseAndWhen({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const { data = [] } = usePublishedSystems();
  const systems = data.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
  const rules = [{ required: true, message: t('evaluation.required') }];
  return (
    <>
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('surveyPlan.union')}
          extra={t('surveyPlan.unionHint')}
          rules={rules}
        >
          <UnionPicker none={t('evaluation.choose')} roles={holders} />
        </Form.Item>
      )}
      <Form.Item
        name="indicatorSystemId"
        label={t('survey.system')}
        extra={t('survey.systemHint')}
        rules={rules}
      >
        <Choice options={[{ value: '', label: t('evaluation.choose') }, ...systems]} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="daysOpen"
          label={t('surveyPlan.daysOpen')}
          rules={[wholeNumberRule(1, daysMax, t('surveyPlan.daysWrong'))]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={t('surveyPlan.validFrom')}
          extra={t('surveyPlan.validFromHint')}
          rules={rules}
        >
          <DateInput />
        </Form.Item>
      </div>
    </>
  );
}
