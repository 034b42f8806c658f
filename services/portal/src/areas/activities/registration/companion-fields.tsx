import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { type AgeBand, ageBands, type SignUpForm } from './registration.model.js';
import { Input } from '../../../kit/input.js';
import { FamilyButtons } from './family-buttons.js';
import { useFamily } from './use-family.js';

interface CompanionFieldsProps {
  readonly max: number;
  /** Is the age band required? */
  readonly isAgeRequired: boolean;
}

/** The companions of the person. */
export function CompanionFields({ max, isAgeRequired }: CompanionFieldsProps) {
  const { t } = useTranslation();
  const typed = Form.useWatch<SignUpForm['companions'] | undefined>('companions') ?? [];
  const family = useFamily(typed.map((companion) => companion?.name));
  return (
    <section aria-label={t('registration.companions')}>
      <h3>{t('registration.companions')}</h3>
      <p className="hint">{t('registration.companionsHint', { max })}</p>
      <Form.List name="companions">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <Companion key={key} index={name} isAgeRequired={isAgeRequired} onRemove={() => remove(name)} />
            ))}
            {errors.length > 0 && (
              <p className="field-error" role="alert">
                {errors}
              </p>
            )}
            {fields.length < max && (
              <FamilyButtons
                family={family}
                onBring={({ name, ageBand }) => add({ name, ...(ageBand === null ? {} : { ageBand }) })}
              />
            )}
            {fields.length < max && (
              <Button type="dashed" block onClick={() => add({})} className="add-companion">
                {t('registration.addCompanion')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </section>
  );
}

interface CompanionProps {
  readonly index: number;
  readonly isAgeRequired: boolean;
  readonly onRemove: () => void;
}

function Companion({ index, isAgeRequired, onRemove }: CompanionProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const options = [
    { value: '' as const, label: t('registration.chooseAgeBand') },
    ...ageBands.map((value) => ({ value, label: t(`registration.ageBand.${value}`) })),
  ];
  const ageLabel = isAgeRequired
    ? t('registration.ageBandLabel')
    : `${t('registration.ageBandLabel')} (${t('common.optional')})`;
  return (
    <fieldset className="companion">
      <legend>{t('registration.companionNumber', { number })}</legend>
      <Form.Item
        name={[index, 'name']}
        label={t('registration.companionName')}
        rules={[{ required: true, whitespace: true, message: t('registration.companionNameRequired') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[index, 'ageBand']}
        label={ageLabel}
        rules={[{ required: isAgeRequired, message: t('registration.ageBandRequired') }]}
      >
        <Choice<AgeBand> options={options} />
      </Form.Item>
      <Button onClick={onRemove} aria-label={t('registration.removeCompanion', { number })}>
        {t('registration.remove')}
      </Button>
    </fieldset>
  );
}
