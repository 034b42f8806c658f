import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { occasionKinds, type ServiceDefinition } from './service.model.js';

interface OccasionProps {
  readonly definition: ServiceDefinition;
  readonly questions: ServiceDefinition['questions'];
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

type Settings = NonNullable<ServiceDefinition['occasion']>;

/** Whether officers open matters of the service from the list of visits, and what is filled in then. */
export function OccasionFields({ definition: { occasion }, questions, onPut }: OccasionProps) {
  const { t } = useTranslation();
  const put = (part: Partial<Settings>): void =>
    onPut({ occasion: { question: '', day: '', answers: [], ...occasion, ...part } });
  return (
    <>
      <p className="hint">{t('occasion.questionHint')}</p>
      <PlainField label={t('occasion.question')} pointer="/occasion/question">
        {(ids) => (
          <Choice<string>
            {...ids}
            value={occasion?.question ?? ''}
            options={[
              { value: '', label: t('occasion.questionNone') },
              ...questions
                .filter(({ kind }) => kind === 'choice')
                .map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(question) =>
              question === undefined ? onPut({ occasion: null }) : put({ question, answers: [] })
            }
          />
        )}
      </PlainField>
      {occasion && (
        <>
          <PlainField label={t('occasion.day')} pointer="/occasion/day">
            {(ids) => (
              <Choice<string>
                {...ids}
                value={occasion.day}
                options={[
                  { value: '', label: t('common.choose') },
                  ...questions
                    .filter(({ kind }) => kind === 'date')
                    .map(({ id, title }) => ({ value: id, label: title })),
                ]}
                onChange={(day) => put({ day: day ?? '' })}
              />
            )}
          </PlainField>
          <Answers
            occasion={occasion}
            question={questions.find(({ id }) => id === occasion.question)}
            onChange={(answers) => put({ answers })}
          />
        </>
      )}
    </>
  );
}

interface AnswersProps {
  readonly occasion: Settings;
  readonly question: ServiceDefinition['questions'][number] | undefined;
  readonly onChange: (answers: Settings['answers']) => void;
}

/** Which option of the question stands for each occasion. */
function Answers({ occasion: { answers }, question, onChange }: AnswersProps) {
  const { t } = useTranslation();
  return (
    <>
      {occasionKinds.map((kind) => {
        const others = answers.filter((one) => one.kind !== kind);
        const index = answers.findIndex((one) => one.kind === kind);
        return (
          <PlainField
            key={kind}
            label={t('occasion.option', { kind: t(`occasion.kind.${kind}`) })}
            pointer={`/occasion/answers/${index}/option`}
          >
            {(ids) => (
              <Choice<string>
                {...ids}
                value={answers[index]?.option ?? ''}
                options={[
                  { value: '', label: t('occasion.optionNone') },
                  ...(question?.options ?? []).map(({ id, label }) => ({ value: id, label })),
                ]}
                onChange={(option) => onChange(option === undefined ? others : [...others, { kind, option }])}
              />
            )}
          </PlainField>
        );
      })}
      <ProblemsAt pointers={['/occasion/answers']} />
    </>
  );
}
