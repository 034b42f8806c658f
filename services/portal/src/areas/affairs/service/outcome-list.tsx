import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { newOption } from '../../activities/sign-up-form/designed.model.js';
import { Boxes } from './boxes.js';
import { type Outcome, outcomesMax, type Step } from './service.model.js';

interface OutcomeListProps {
  readonly outcomes: readonly Outcome[];
  /** Of which an outcome may need some. */
  readonly steps: readonly Step[];
  readonly onChange: (outcomes: Outcome[]) => void;
}

/** In which ways a matter can end. */
export function OutcomeList({ outcomes, steps, onChange }: OutcomeListProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('matter.outcomesHint')}</p>
      {outcomes.map((outcome, index) => (
        <div key={outcome.id} className="option-row">
          <TextField
            label={t('matter.outcomeNumber', { number: index + 1 })}
            pointer={`/outcomes/${index}/label`}
            value={outcome.label}
            maxLength={60}
            onChange={(label) =>
              onChange(outcomes.map((one) => (one.id === outcome.id ? { ...one, label } : one)))
            }
          />
          {outcomes.length > 1 && (
            <Button
              aria-label={t('matter.removeOutcome', { number: index + 1 })}
              onClick={() => onChange(outcomes.filter(({ id }) => id !== outcome.id))}
            >
              {t('matter.remove')}
            </Button>
          )}
        </div>
      ))}
      {steps.length > 0 &&
        outcomes.map((outcome) => (
          <Boxes
            key={outcome.id}
            legend={t('matterStep.needs', { outcome: outcome.label })}
            options={steps}
            chosen={outcome.needs ?? []}
            onChange={(needs) =>
              onChange(outcomes.map((one) => (one.id === outcome.id ? { ...one, needs } : one)))
            }
          />
        ))}
      <ProblemsAt
        pointers={['/outcomes', ...outcomes.map((_outcome, index) => `/outcomes/${index}/needs`)]}
      />
      {outcomes.length < outcomesMax && (
        <p>
          <Button onClick={() => onChange([...outcomes, newOption(outcomes)])}>
            {t('matter.addOutcome')}
          </Button>
        </p>
      )}
    </>
  );
}
