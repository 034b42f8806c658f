import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { Assumed, useRehearse } from './use-rehearsal.js';

const usual: Assumed = { people: 100, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 0 };
const figures = Object.keys(usual) as (keyof Assumed)[];

/** What is typed is text until it is sent. */
type Typed = Partial<Record<keyof Assumed, string>>;
const initial = Object.fromEntries(figures.map((name) => [name, String(usual[name])])) as Typed;

function assumedOf(typed: Typed, bringsCompanions: boolean): Assumed {
  const given: Partial<Record<keyof Assumed, number>> = {};
  for (const name of figures) if (typed[name] !== undefined) given[name] = Number(typed[name]);
  return { ...usual, ...(bringsCompanions ? {} : { partyShare: 0 }), ...given };
}

interface AssumedFormProps {
  readonly rehearse: ReturnType<typeof useRehearse>;
  readonly bringsCompanions: boolean;
}

/** How many come, and how they behave. */
export function AssumedForm({ rehearse, bringsCompanions }: AssumedFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const submit = (typed: Typed): void =>
    rehearse.mutate(assumedOf(typed, bringsCompanions), {
      onError: (error) => showErrors(form, error, figures),
    });
  return (
    <section className="card" aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('rehearsal.assumed')}</h2>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit}>
        <div className="two-columns">
          <Figure name="people" min={1} max={1_000} />
          {bringsCompanions && <Figure name="partyShare" min={0} max={100} />}
          <Figure name="cancelShare" min={0} max={100} />
          <Figure name="presentShare" min={0} max={100} />
          <Figure name="walkIns" min={0} max={100} />
        </div>
        {rehearse.isError && (
          <Refusal title={t('rehearsal.notRun')} error={rehearse.error} fields={figures} />
        )}
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
      rules={[wholeNumberRule(min, max, t('rehearsal.figureFormat', { min, max }))]}
    >
      <Input inputMode="numeric" maxLength={4} />
    </Form.Item>
  );
}
