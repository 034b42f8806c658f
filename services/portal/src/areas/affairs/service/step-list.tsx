import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { newOption } from '../../activities/sign-up-form/designed.model.js';
import { type ServiceDefinition, type Step, stepKinds, stepsMax } from './service.model.js';
import { StepSettings } from './step-settings.js';

interface StepListProps {
  readonly definition: ServiceDefinition;
  readonly questions: ServiceDefinition['questions'];
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

/** The steps on the way to a decision. What an outcome needed of a step that goes, goes with it. */
export function StepList({ definition, questions, onPut }: StepListProps) {
  const { t } = useTranslation();
  const steps = definition.steps ?? [];
  const put = (changed: Step): void =>
    onPut({ steps: steps.map((one) => (one.id === changed.id ? changed : one)) });
  const drop = (id: string): void =>
    onPut({
      steps: steps
        .filter((one) => one.id !== id)
        .map((one) => (one.unless === id ? { ...one, unless: null } : one)),
      outcomes: definition.outcomes.map((outcome) => ({
        ...outcome,
        needs: (outcome.needs ?? []).filter((need) => need !== id),
        needsFailed: (outcome.needsFailed ?? []).filter((need) => need !== id),
      })),
    });
  return (
    <>
      <p className="hint">{t('matterStep.stepsHint')}</p>
      {steps.map((step, index) => (
        <fieldset key={step.id} className="group">
          <legend>{t('matterStep.stepNumber', { number: index + 1 })}</legend>
          <OneStep
            step={step}
            index={index}
            before={steps.slice(0, index)}
            questions={questions}
            onPut={put}
          />
          <Button
            aria-label={t('matterStep.removeStep', { number: index + 1 })}
            onClick={() => drop(step.id)}
          >
            {t('serviceDesign.remove')}
          </Button>
        </fieldset>
      ))}
      <ProblemsAt pointers={['/steps']} />
      {steps.length < stepsMax && (
        <p>
          <Button onClick={() => onPut({ steps: [...steps, newStep(steps)] })}>
            {t('matterStep.addStep')}
          </Button>
        </p>
      )}
    </>
  );
}

function newStep(steps: readonly Step[]): Step {
  const { id } = newOption(steps.map(({ id: taken, label }) => ({ id: taken, label })));
  return { id, kind: 'record', label: '' };
}

export interface StepProps {
  readonly step: Step;
  readonly index: number;
  /** The steps that come before it. */
  readonly before: readonly Step[];
  readonly questions: ServiceDefinition['questions'];
  readonly onPut: (step: Step) => void;
}

function OneStep(props: StepProps) {
  const { t } = useTranslation();
  const { step, index, before, onPut } = props;
  const { within } = step;
  return (
    <>
      <div className="two-columns">
        <TextField
          label={t('matterStep.stepNumber', { number: index + 1 })}
          pointer={`/steps/${index}/label`}
          value={step.label}
          maxLength={60}
          onChange={(label) => onPut({ ...step, label })}
        />
        <PlainField label={t('matterStep.kindLabel', { number: index + 1 })} pointer={`/steps/${index}/kind`}>
          {(ids) => (
            <Choice<Step['kind']>
              {...ids}
              value={step.kind}
              options={stepKinds.map((value) => ({ value, label: t(`matterStep.kind.${value}`) }))}
              onChange={(kind = 'record') => onPut({ ...step, kind })}
            />
          )}
        </PlainField>
      </div>
      <StepSettings {...props} />
      <div className="two-columns">
        <TextField
          label={t('matterStep.within')}
          pointer={`/steps/${index}/within/count`}
          value={within ? String(within.count) : ''}
          isNumber
          maxLength={3}
          onChange={(text) => {
            const count = Number(text.normalize('NFKC')) || 0;
            onPut({ ...step, within: count === 0 ? null : { days: within?.days ?? 'working', count } });
          }}
        />
        {before.length > 0 && (
          <PlainField label={t('matterStep.unless')} pointer={`/steps/${index}/unless`}>
            {(ids) => (
              <Choice<string>
                {...ids}
                value={step.unless ?? ''}
                options={[
                  { value: '', label: t('matterStep.unlessNone') },
                  ...before.map(({ id, label }) => ({ value: id, label })),
                ]}
                onChange={(unless) => onPut({ ...step, unless: unless ?? null })}
              />
            )}
          </PlainField>
        )}
      </div>
      <TextField
        label={t('matterStep.helpLabel')}
        pointer={`/steps/${index}/help`}
        value={step.help ?? ''}
        maxLength={500}
        onChange={(help) => onPut({ ...step, help: help === '' ? null : help })}
      />
    </>
  );
}
