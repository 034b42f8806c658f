import { Button, Checkbox, Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import type { CandidateOffice, FoundingForm } from '../../members/founding/founding.model.js';
import { WholeField } from './enterprise-step.js';
import { emptyCandidates, formFor, foundingForms, isSmall, officesOf, type PlanForm } from './found.model.js';

/** A plan before anything is filled in. */
export const emptyPlan = {
  form: 'committee',
  candidates: emptyCandidates('committee'),
} as const satisfies Partial<PlanForm>;

/** Another form has other offices: its lines replace those of the one before. */
export function followForm(
  form: FormInstance<PlanForm>,
  changed: Partial<PlanForm>,
  before: Partial<PlanForm>,
): void {
  if (changed.form !== undefined) form.setFieldValue('candidates', emptyCandidates(changed.form));
  const { plannedMembers, form: chosen = 'committee' } = before;
  if (changed.plannedMembers === undefined || isSmall(plannedMembers) || chosen === 'committee') return;
  form.setFieldsValue({ form: 'committee', candidates: emptyCandidates('committee') });
}

/** How many join, in which form, and who stands for which office. */
export function PlanFields({ form }: { readonly form: FormInstance<PlanForm> }) {
  const { t } = useTranslation();
  const plannedMembers = Form.useWatch('plannedMembers', form) as string | undefined;
  const chosen = (Form.useWatch('form', form) as FoundingForm | undefined) ?? 'committee';
  const effective = formFor({ plannedMembers: plannedMembers ?? '', form: chosen });
  return (
    <>
      <WholeField
        name="plannedMembers"
        label={t('found.plannedMembers')}
        required={t('found.plannedMembersRequired')}
      />
      <WholeField
        name="womenMembers"
        label={t('found.womenMembers')}
        required={t('found.womenMembersRequired')}
      />
      <Form.Item name="form" noStyle>
        <FormChoice isSmall={isSmall(plannedMembers)} />
      </Form.Item>
      {effective !== 'joint' && <CandidateFields form={effective} />}
    </>
  );
}

interface FormChoiceProps {
  readonly isSmall: boolean;
  readonly value?: FoundingForm;
  readonly onChange?: (form: FoundingForm) => void;
}

function FormChoice({ isSmall: mayChoose, value, onChange }: FormChoiceProps) {
  const { t } = useTranslation();
  if (!mayChoose) return <p className="hint">{t('found.fromTwentyFive')}</p>;
  return (
    <fieldset className="radio-cards">
      <legend>{t('found.formTitle')}</legend>
      {foundingForms.map((form) => (
        <label key={form}>
          <input type="radio" name="form" checked={value === form} onChange={() => onChange?.(form)} />
          <span>
            {t(`founding.formIs.${form}`)}
            <span className="hint">{t(`found.formHint.${form}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function CandidateFields({ form }: { readonly form: FoundingForm }) {
  const { t } = useTranslation();
  const offices = officesOf[form];
  return (
    <Form.List name="candidates">
      {(fields, { add, remove }) => (
        <section aria-labelledby="candidates-title">
          <h2 id="candidates-title">{t('founding.candidates')}</h2>
          <p className="hint">
            {t('found.candidatesHint')} {form === 'committee' && t('found.candidatesWomen')}
          </p>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="candidate">
              <legend>{t('found.candidate', { number: name + 1 })}</legend>
              <Form.Item
                name={[name, 'office']}
                label={t('found.office')}
                rules={[{ required: true, message: t('found.officeRequired') }]}
              >
                <OfficeChoice offices={offices} />
              </Form.Item>
              <Form.Item
                name={[name, 'name']}
                label={t('found.name')}
                rules={[{ required: true, whitespace: true, message: t('found.nameRequired') }]}
              >
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'declared']}
                valuePropName="checked"
                rules={[
                  {
                    validator: (_rule, declared: unknown) =>
                      declared === true
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('found.declareRequired'))),
                  },
                ]}
              >
                <Checkbox>{t('found.declare')}</Checkbox>
              </Form.Item>
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{t('found.removeCandidate')}</Button>
              )}
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add({ office: offices[0] })}>{t('found.addCandidate')}</Button>
          </p>
        </section>
      )}
    </Form.List>
  );
}

interface OfficeChoiceProps {
  readonly id?: string;
  readonly offices: readonly CandidateOffice[];
  readonly value?: CandidateOffice;
  readonly onChange?: (office: CandidateOffice | undefined) => void;
}

function OfficeChoice({ offices, ...field }: OfficeChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<CandidateOffice>
      {...field}
      options={[
        { value: '', label: t('found.officeRequired') },
        ...offices.map((value) => ({ value, label: t(`founding.office.${value}`) })),
      ]}
    />
  );
}
