import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { ExtraQuestions } from '../survey/extra-questions.js';
import { type PlanForm, type PlanRequest, planFields, planOf } from './new-plan.js';

const holders = ['evaluator', 'organiser'] as const;
const daysMax = 60;

interface PlanFormProps {
  /** What is to be changed; whose it is stays. */
  readonly initial: PlanForm;
  readonly isNew: boolean;
  readonly systems: readonly { readonly value: string; readonly label: string }[];
  readonly save: {
    readonly mutate: (
      request: PlanRequest,
      then: { onSuccess: () => void; onError: (error: Error) => void },
    ) => void;
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: Error | null;
  };
  readonly onDone: () => void;
}

/** Whose activities are asked about, by what, for how long, and from when on. */
export function PlanFields({ initial, isNew, systems, save, onDone }: PlanFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PlanForm>();
  const submit = (values: PlanForm): void => {
    const request = planOf({ ...initial, ...values });
    if (request === null) return;
    save.mutate(request, { onSuccess: onDone, onError: (error) => showErrors(form, error, planFields) });
  };
  return (
    <Form
      form={form}
      className="card"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={save.isPending}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <h2>{t(isNew ? 'surveyPlan.new' : 'surveyPlan.change')}</h2>
      <WhoseAndWhen isNew={isNew} systems={systems} />
      <ExtraQuestions />
      {save.isError && <Refusal title={t('surveyPlan.refused')} error={save.error} fields={planFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('surveyPlan.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function WhoseAndWhen({ isNew, systems }: Pick<PlanFormProps, 'isNew' | 'systems'>) {
  const { t } = useTranslation();
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
