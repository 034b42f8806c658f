import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanForm } from './found.model.js';
import { emptyPlan, followForm, PlanFields } from './plan-fields.js';

interface PlanStepProps {
  /** What was filled in before the person came back. */
  readonly filled: PlanForm | null;
  readonly onDone: (plan: PlanForm) => void;
  readonly onBack: () => void;
}

/** Members, form and candidates. */
export function PlanStep({ filled, onDone, onBack }: PlanStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<PlanForm>();
  return (
    <Form<PlanForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={filled ?? emptyPlan}
      onValuesChange={(changed: Partial<PlanForm>, all) => followForm(form, changed, all)}
      onFinish={() => onDone(form.getFieldsValue(true) as PlanForm)}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <PlanFields form={form} />
      <Button type="primary" htmlType="submit" block>
        {t('found.next1')}
      </Button>
      <Button block className="back" onClick={onBack}>
        {t('found.back')}
      </Button>
    </Form>
  );
}
