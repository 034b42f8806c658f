import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import {
  type Eligibility,
  type EligibilityForm,
  formOf,
  rulesOf,
  sexes,
  sizeClasses,
} from './eligibility-form.model.js';
import { BelongingFields, EmploymentField, NeighboursFields } from './belonging-fields.js';

interface EligibilityFormPartProps {
  readonly view: Eligibility;
  /** Who organises it. */
  readonly unionId: string;
  readonly onSaved: (saved: Eligibility) => void;
  readonly onBack: () => void;
}

/** Every rule that is filled in has to hold; an empty one asks for nothing. */
export function EligibilityFormPart({ view, unionId, onSaved, onBack }: EligibilityFormPartProps) {
  const { t } = useTranslation();
  const set = useCommand('activity', 'put', '/activities/{activityId}/eligibility', { onStale: 'refuse' });
  return (
    <CommandForm
      command={set}
      input={(values: EligibilityForm) => ({
        activityId: view.activityId,
        version: view.version,
        body: rulesOf({ ...formOf(view), ...values }),
      })}
      submit={t('common.save')}
      refused={t('eligibility.notSaved')}
      onDone={onSaved}
      onCancel={onBack}
      initialValues={formOf(view)}
    >
      <p className="hint">{t('eligibility.formHint')}</p>
      <fieldset className="group">
        <legend>{t('eligibility.part.belonging')}</legend>
        <BelongingFields unionId={unionId} />
      </fieldset>
      <fieldset className="group">
        <legend>{t('eligibility.part.person')}</legend>
        <Ages />
        <SexField />
        <EmploymentField />
      </fieldset>
      <fieldset className="group">
        <legend>{t('eligibility.part.union')}</legend>
        <NeighboursFields />
        <SizesField />
      </fieldset>
      <NoShowFields />
    </CommandForm>
  );
}

function SizesField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="sizeClasses" label={t('eligibility.sizes')}>
      <Checkbox.Group
        options={sizeClasses.map((value) => ({ value, label: t(`eligibility.sizeIs.${value}`) }))}
      />
    </Form.Item>
  );
}

function Ages() {
  const { t } = useTranslation();
  const rules = [{ pattern: /^\s*(\d{1,2}|1[01]\d|120)?\s*$/, message: t('eligibility.ageFormat') }];
  return (
    <>
      <div className="two-columns">
        {(['ageFrom', 'ageTo'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`eligibility.${name}`)} rules={rules}>
            <Input inputMode="numeric" maxLength={3} />
          </Form.Item>
        ))}
      </div>
      <p className="hint">{t('eligibility.ageHint')}</p>
    </>
  );
}

function SexField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="sex" label={t('eligibility.sex')}>
      <Choice
        options={[
          { value: '', label: t('eligibility.anySex') },
          ...sexes.map((value) => ({ value, label: t(`eligibility.words.${value}`) })),
        ]}
      />
    </Form.Item>
  );
}

/** Figures only where no-shows are to have a consequence. */
function NoShowFields() {
  const { t } = useTranslation();
  const blocks = Form.useWatch<boolean | undefined>('blocks');
  const figures = [
    ['countFrom', 20],
    ['withinDays', 730],
    ['blockedDays', 365],
  ] as const;
  return (
    <fieldset className="group">
      <legend>{t('eligibility.noShow')}</legend>
      <p className="hint">{t('eligibility.noShowHint')}</p>
      <Form.Item name="blocks" valuePropName="checked">
        <Checkbox>{t('eligibility.blocks')}</Checkbox>
      </Form.Item>
      {blocks === true &&
        figures.map(([name, max]) => (
          <Form.Item
            key={name}
            name={['noShow', name]}
            label={t(`eligibility.${name}`)}
            rules={[wholeNumberRule(1, max, t('eligibility.figureFormat', { max }))]}
          >
            <Input inputMode="numeric" maxLength={3} />
          </Form.Item>
        ))}
    </fieldset>
  );
}
