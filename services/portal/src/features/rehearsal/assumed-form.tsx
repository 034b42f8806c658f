import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../shell/form-errors.js';
import { Refusal } from '../../shell/states.js';
import type { Assumed, useRehearse } from './use-rehearsal.js';

const usual: Assumed = { people: 100, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 0 };
const fields = Object.keys(usual);

interface AssumedFormProps {
  readonly rehearse: ReturnType<typeof useRehearse>;
  readonly bringsCompanions: boolean;
}

/** How many come, and how they behave. */
export function AssumedForm({ rehearse, bringsCompanions }: AssumedFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Assumed>();
  const submit = (typed: Partial<Assumed>): void =>
    rehearse.mutate(
      { ...usual, ...(bringsCompanions ? {} : { partyShare: 0 }), ...typed },
      { onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <section className="card" aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('rehearsal.assumed')}</h2>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={usual} onFinish={submit}>
        <div className="two-columns">
          <Figure name="people" min={1} max={1_000} />
          {bringsCompanions && <Figure name="partyShare" min={0} max={100} />}
          <Figure name="cancelShare" min={0} max={100} />
          <Figure name="presentShare" min={0} max={100} />
          <Figure name="walkIns" min={0} max={100} />
        </div>
        {rehearse.isError && <Refusal title={t('rehearsal.notRun')} error={rehearse.error} fields={fields} />}
        <Button type="primary" htmlType="submit" loading={rehearse.isPending}>
          {t('rehearsal.run')}
        </Button>
      </Form>
    </section>
  );
}

interface FigureProps {
  readonly name: keyof Assumed;
  readonly min: number;
  readonly max: number;
}

function Figure({ name, min, max }: FigureProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={t(`rehearsal.figure.${name}`)}
      rules={[
        { required: true, type: 'integer', min, max, message: t('rehearsal.figureFormat', { min, max }) },
      ]}
    >
      <InputNumber min={min} max={max} precision={0} />
    </Form.Item>
  );
}
