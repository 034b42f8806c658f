import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { newOption } from '../../activities/sign-up-form/designed.model.js';
import { Boxes } from './boxes.js';
import { failingSteps, type Outcome, outcomesMax, type Step } from './service.model.js';

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
      <p className="hint">{t('serviceDesign.outcomesHint')}</p>
      {outcomes.map((outcome, index) => (
        <div key={outcome.id} className="option-row">
          <TextField
            label={t('serviceDesign.outcomeNumber', { number: index + 1 })}
            pointer={`/outcomes/${index}/label`}
            value={outcome.label}
            maxLength={60}
            onChange={(label) =>
              onChange(outcomes.map((one) => (one.id === outcome.id ? { ...one, label } : one)))
            }
          />
          {outcomes.length > 1 && (
            <Button
              aria-label={t('serviceDesign.removeOutcome', { number: index + 1 })}
              onClick={() => onChange(outcomes.filter(({ id }) => id !== outcome.id))}
            >
              {t('serviceDesign.remove')}
            </Button>
          )}
        </div>
      ))}
      {steps.length > 0 &&
        outcomes.map((outcome) => (
          <Needs
            key={outcome.id}
            outcome={outcome}
            steps={steps}
            onPut={(changed) => onChange(outcomes.map((one) => (one.id === changed.id ? changed : one)))}
          />
        ))}
      {outcomes.map((outcome, index) => (
        <FollowUpFields
          key={outcome.id}
          outcome={outcome}
          index={index}
          onPut={(changed) => onChange(outcomes.map((one) => (one.id === changed.id ? changed : one)))}
        />
      ))}
      <ProblemsAt
        pointers={[
          '/outcomes',
          ...outcomes.flatMap((_outcome, index) => [
            `/outcomes/${index}/needs`,
            `/outcomes/${index}/needsFailed`,
          ]),
        ]}
      />
      {outcomes.length < outcomesMax && (
        <p>
          <Button onClick={() => onChange([...outcomes, newOption(outcomes)])}>
            {t('serviceDesign.addOutcome')}
          </Button>
        </p>
      )}
    </>
  );
}

interface NeedsProps {
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  readonly onPut: (outcome: Outcome) => void;
}

/** How the steps have to have ended for an outcome. A step that has to pass cannot have to fail as well. */
function Needs({ outcome, steps, onPut }: NeedsProps) {
  const { t } = useTranslation();
  const { label } = outcome;
  const needs = outcome.needs ?? [];
  const needsFailed = outcome.needsFailed ?? [];
  const failing = failingSteps(steps, outcome);
  return (
    <>
      <Boxes
        legend={t('matterStep.needs', { outcome: label })}
        options={steps}
        chosen={needs}
        onChange={(chosen) =>
          onPut({
            ...outcome,
            needs: chosen,
            needsFailed: needsFailed.filter((id) => !chosen.includes(id)),
          })
        }
      />
      {failing.length > 0 && (
        <Boxes
          legend={t('matterStep.needsFailed', { outcome: label })}
          options={failing}
          chosen={needsFailed}
          onChange={(chosen) => onPut({ ...outcome, needsFailed: chosen })}
        />
      )}
    </>
  );
}

interface FollowUpFieldsProps {
  readonly outcome: Outcome;
  readonly index: number;
  readonly onPut: (outcome: Outcome) => void;
}

/** Whether what is decided ends on a day, and how long before the next one is due. */
function FollowUpFields({ outcome, index, onPut }: FollowUpFieldsProps) {
  const { t } = useTranslation();
  const { followUp } = outcome;
  return (
    <>
      <label className="box">
        <input
          type="checkbox"
          checked={Boolean(followUp)}
          onChange={(event) =>
            onPut({ ...outcome, followUp: event.target.checked ? { months: 3, label: '' } : null })
          }
        />
        {t('serviceDesign.followUp', { outcome: outcome.label })}
      </label>
      {followUp && (
        <div className="two-columns">
          <TextField
            label={t('serviceDesign.followUpLabel')}
            pointer={`/outcomes/${index}/followUp/label`}
            value={followUp.label}
            maxLength={100}
            onChange={(label) => onPut({ ...outcome, followUp: { ...followUp, label } })}
          />
          <TextField
            label={t('serviceDesign.followUpMonths')}
            pointer={`/outcomes/${index}/followUp/months`}
            hint={t('serviceDesign.followUpMonthsHint')}
            value={String(followUp.months)}
            isNumber
            maxLength={2}
            onChange={(text) =>
              onPut({ ...outcome, followUp: { ...followUp, months: Number(text.normalize('NFKC')) || 0 } })
            }
          />
        </div>
      )}
    </>
  );
}
