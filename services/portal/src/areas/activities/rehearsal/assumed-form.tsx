import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import type { Assumed, useRehearse } from './use-rehearsal.js';

const usual: Assumed = { people: 100, partyShare: 20, cancelShare: 10, presentShare: 90, walkIns: 0 };
const figures = Object.keys(usual) as (keyof Assumed)[];

/** Typed figures are text until they are sent. */
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
  return (
    <section className="card" aria-labelledby="assumed-title">
      <h2 id="assumed-title">{t('rehearsal.assumed')}</h2>
      <CommandForm
        command={rehearse}
        input={(typed: Typed) => assumedOf(typed, bringsCompanions)}
        submit={t('rehearsal.run')}
        done={null}
        refused={t('rehearsal.notRun')}
        initialValues={initial}
      >
        <div className="two-columns">
          <Figure name="people" min={1} max={1_000} />
          {bringsCompanions && <Figure name="partyShare" min={0} max={100} />}
          <Figure name="cancelShare" min={0} max={100} />
          <Figure name="presentShare" min={0} max={100} />
          <Figure name="walkIns" min={0} max={100} />
        </div>
      </CommandForm>
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
