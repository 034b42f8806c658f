import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { Boxes } from './boxes.js';
import type { ServiceDefinition } from './service.model.js';

interface RuleProps {
  readonly definition: ServiceDefinition;
  readonly questions: ServiceDefinition['questions'];
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

/** Rules that read answers: when a right runs out, and how often a person may have something. */
export function RuleFields(props: RuleProps) {
  return (
    <>
      <Limitation {...props} />
      <Allowance {...props} />
    </>
  );
}

function Limitation({ definition: { limitation }, questions, onPut }: RuleProps) {
  const { t } = useTranslation();
  return (
    <>
      <PlainField label={t('matterStep.limitationQuestion')} pointer="/limitation/question">
        {(ids) => (
          <Choice<string>
            {...ids}
            value={limitation?.question ?? ''}
            options={[
              { value: '', label: t('matterStep.limitationNone') },
              ...questions
                .filter(({ kind }) => kind === 'date')
                .map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(question) =>
              onPut({
                limitation: question ? { months: 12, label: '', ...limitation, question } : null,
              })
            }
          />
        )}
      </PlainField>
      {limitation && (
        <div className="two-columns">
          <TextField
            label={t('matterStep.limitationLabel')}
            pointer="/limitation/label"
            value={limitation.label}
            maxLength={100}
            onChange={(label) => onPut({ limitation: { ...limitation, label } })}
          />
          <TextField
            label={t('matterStep.limitationMonths')}
            pointer="/limitation/months"
            value={limitation.months ? String(limitation.months) : ''}
            isNumber
            maxLength={3}
            onChange={(text) =>
              onPut({ limitation: { ...limitation, months: Number(text.normalize('NFKC')) || 0 } })
            }
          />
        </div>
      )}
    </>
  );
}

type Allowance = NonNullable<ServiceDefinition['allowance']>;

function Allowance({ definition: { allowance, outcomes }, questions, onPut }: RuleProps) {
  const { t } = useTranslation();
  const first = outcomes[0]?.id ?? '';
  return (
    <>
      <PlainField label={t('matterStep.allowance')} pointer="/allowance/per">
        {(ids) => (
          <Choice<Allowance['per']>
            {...ids}
            {...(allowance ? { value: allowance.per } : {})}
            options={[
              { value: '', label: t('matterStep.allowanceOption.any') },
              { value: 'year', label: t('matterStep.allowanceOption.year') },
              { value: 'ever', label: t('matterStep.allowanceOption.ever') },
            ]}
            onChange={(per) => onPut({ allowance: per ? { uses: [first], ...allowance, per } : null })}
          />
        )}
      </PlainField>
      {allowance && (
        <>
          <PlainField label={t('matterStep.allowanceQuestion')} pointer="/allowance/question">
            {(ids) => (
              <Choice<string>
                {...ids}
                value={allowance.question ?? ''}
                options={[
                  { value: '', label: t('matterStep.allowanceAll') },
                  ...questions
                    .filter(({ kind }) => kind === 'choice')
                    .map(({ id, title }) => ({ value: id, label: title })),
                ]}
                onChange={(question) => onPut({ allowance: { ...allowance, question: question ?? null } })}
              />
            )}
          </PlainField>
          <Boxes
            legend={t('matterStep.allowanceUses')}
            options={outcomes}
            chosen={allowance.uses}
            onChange={(uses) => onPut({ allowance: { ...allowance, uses } })}
          />
          <ProblemsAt pointers={['/allowance/uses']} />
        </>
      )}
    </>
  );
}
