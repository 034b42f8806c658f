import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { Boxes } from './boxes.js';
import { type CoverageKind, coverageKinds, type ServiceDefinition } from './service.model.js';

interface CoverageProps {
  readonly definition: ServiceDefinition;
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

/** Whether matters of the service count for the cover of a year, and with which outcomes somebody was reached. */
export function CoverageFields({ definition: { coverage, outcomes }, onPut }: CoverageProps) {
  const { t } = useTranslation();
  const first = outcomes[0]?.id ?? '';
  return (
    <>
      <p className="hint">{t('coverage.serviceHint')}</p>
      <PlainField label={t('coverage.countsFor')} pointer="/coverage/kind">
        {(ids) => (
          <Choice<CoverageKind>
            {...ids}
            {...(coverage ? { value: coverage.kind } : {})}
            options={[
              { value: '', label: t('coverage.countsForNone') },
              ...coverageKinds.map((value) => ({ value, label: t(`coverage.kind.${value}`) })),
            ]}
            onChange={(kind) =>
              onPut({ coverage: kind === undefined ? null : { outcomes: [first], ...coverage, kind } })
            }
          />
        )}
      </PlainField>
      {coverage && (
        <>
          <Boxes
            legend={t('coverage.countingOutcomes')}
            options={outcomes}
            chosen={coverage.outcomes}
            onChange={(chosen) => onPut({ coverage: { ...coverage, outcomes: chosen } })}
          />
          <ProblemsAt pointers={['/coverage/outcomes']} />
        </>
      )}
    </>
  );
}
