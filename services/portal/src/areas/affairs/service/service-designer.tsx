import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patternOf, ProblemError } from '../../../api/problem.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { Problems } from '../../activities/agreement/problems-at.js';
import { type Designed, designedOf, questionOf } from '../../activities/sign-up-form/designed.model.js';
import { OutcomeList } from './outcome-list.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import {
  plainQuestionOf,
  serviceCategories,
  type ServiceCategory,
  type ServiceDefinition,
  type Term,
} from './service.model.js';

const questionParts = () => import('../../activities/sign-up-form/question-list.js');
const QuestionList = lazyPart('QuestionList', questionParts, { rows: 2 });
const QuestionPreview = lazyPart('QuestionPreview', questionParts, { rows: 2 });
const PaperList = lazyPart('PaperList', () => import('./paper-list.js'), { rows: 2 });
const TopicList = lazyPart('TopicList', () => import('./topic-list.js'), { rows: 2 });
const StepList = lazyPart('StepList', () => import('./step-list.js'), { rows: 2, texts: ['matterStep'] });
const RuleFields = lazyPart('RuleFields', () => import('./rule-fields.js'), {
  rows: 2,
  texts: ['matterStep'],
});
const OccasionFields = lazyPart('OccasionFields', () => import('./occasion-fields.js'), {
  rows: 1,
  texts: ['occasion'],
});
const CoverageFields = lazyPart('CoverageFields', () => import('./coverage-fields.js'), {
  rows: 1,
  texts: ['coverage'],
});
const PaysFields = lazyPart('PaysFields', () => import('./pays-fields.js'), {
  rows: 2,
  texts: ['matterMoney', 'money'],
});

interface ServiceDesignerProps<Input, Output> {
  /** With which it begins. */
  readonly definition: ServiceDefinition;
  readonly command: Command<Input, Output>;
  /** What is sent; null where something is missing that stands above. */
  readonly input: (definition: ServiceDefinition) => Input | null;
  readonly submit: string;
  readonly onDone?: (output: Output) => void;
  /** What comes first. */
  readonly children?: ReactNode;
}

interface PartProps {
  readonly definition: ServiceDefinition;
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

/** What a service says, asks and promises: four short parts, and a look at what people will see. */
export function ServiceDesigner<Input, Output>(props: ServiceDesignerProps<Input, Output>) {
  const { t } = useTranslation();
  const { command, input, submit, onDone, children } = props;
  const [definition, setDefinition] = useState(props.definition);
  const [questions, setQuestions] = useState<readonly Designed[]>(() =>
    props.definition.questions.map((question) =>
      designedOf({ ...question, perHead: false, visibleTo: 'organiser' }),
    ),
  );
  const put = (part: Partial<ServiceDefinition>): void => setDefinition((before) => ({ ...before, ...part }));
  const asked = questions.map((question) => plainQuestionOf(questionOf(question)));
  const send = (): void => {
    const sent = input({ ...definition, guidance: definition.guidance?.trim() || null, questions: asked });
    if (sent !== null) command.mutate(sent, onDone === undefined ? {} : { onSuccess: onDone });
  };
  const problems = command.error instanceof ProblemError ? command.error.problem.errors : [];
  return (
    <Problems.Provider value={problems.map(({ pointer, detail }) => ({ pointer, text: detail }))}>
      <section className="card" aria-labelledby="about-title">
        <h2 id="about-title">{t('matter.about')}</h2>
        {children}
        <About definition={definition} onPut={put} />
      </section>
      <section className="card" aria-labelledby="asked-title">
        <h2 id="asked-title">{t('matter.asked')}</h2>
        <p className="hint">{t('matter.askedHint')}</p>
        <QuestionList questions={questions} onChange={setQuestions} isPlain />
        {questions.length > 0 && <QuestionPreview questions={questions} />}
      </section>
      <section className="card" aria-labelledby="papers-title">
        <h2 id="papers-title">{t('matter.papers')}</h2>
        <PaperList papers={definition.papers ?? []} onChange={(papers) => put({ papers })} />
      </section>
      <section className="card" aria-labelledby="dealt-title">
        <h2 id="dealt-title">{t('matter.dealtWith')}</h2>
        <Dealing definition={definition} onPut={put} />
      </section>
      <section className="card" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('matterStep.steps')}</h2>
        <StepList definition={definition} questions={asked} onPut={put} />
      </section>
      <section className="card" aria-labelledby="outcomes-title">
        <h2 id="outcomes-title">{t('matter.outcomes')}</h2>
        <OutcomeList
          outcomes={definition.outcomes}
          steps={definition.steps ?? []}
          onChange={(outcomes) => put({ outcomes })}
        />
      </section>
      <section className="card" aria-labelledby="rules-title">
        <h2 id="rules-title">{t('matterStep.rules')}</h2>
        <RuleFields definition={definition} questions={asked} onPut={put} />
      </section>
      <section className="card" aria-labelledby="occasion-title">
        <h2 id="occasion-title">{t('matter.occasionTitle')}</h2>
        <OccasionFields definition={definition} questions={asked} onPut={put} />
      </section>
      <section className="card" aria-labelledby="coverage-title">
        <h2 id="coverage-title">{t('matter.coverageTitle')}</h2>
        <CoverageFields definition={definition} onPut={put} />
      </section>
      <section className="card" aria-labelledby="topics-title">
        <h2 id="topics-title">{t('matter.topics')}</h2>
        <TopicList topics={definition.topics ?? []} onChange={(topics) => put({ topics })} />
      </section>
      <section className="card" aria-labelledby="pays-title">
        <h2 id="pays-title">{t('matter.paysTitle')}</h2>
        <PaysFields pays={definition.pays ?? null} onChange={(pays) => put({ pays })} />
      </section>
      {command.isError && (
        <Refusal
          title={t('matter.serviceRefused')}
          error={command.error}
          fields={problems.map(({ pointer }) => patternOf(pointer.slice(1).split('/')))}
        />
      )}
      <div className="actions">
        <Button type="primary" loading={command.isPending} onClick={send}>
          {submit}
        </Button>
      </div>
    </Problems.Provider>
  );
}

function About({ definition, onPut }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('matter.serviceName')}
        pointer="/name"
        value={definition.name}
        maxLength={60}
        onChange={(name) => onPut({ name })}
      />
      <PlainField label={t('matter.categoryLabel')} pointer="/category">
        {(ids) => (
          <Choice<ServiceCategory>
            {...ids}
            value={definition.category}
            options={serviceCategories.map((value) => ({ value, label: t(`matter.category.${value}`) }))}
            onChange={(category) => onPut({ category: category ?? 'other' })}
          />
        )}
      </PlainField>
      <PlainField label={t('matter.summaryLabel')} pointer="/summary">
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            maxLength={500}
            value={definition.summary}
            onChange={(event) => onPut({ summary: event.target.value })}
          />
        )}
      </PlainField>
      <PlainField label={t('matter.guidanceLabel')} pointer="/guidance">
        {(ids) => (
          <TextArea
            {...ids}
            rows={3}
            maxLength={2_000}
            value={definition.guidance ?? ''}
            onChange={(event) => onPut({ guidance: event.target.value })}
          />
        )}
      </PlainField>
    </>
  );
}

type HandledBy = NonNullable<ServiceDefinition['handledBy']>;

function Dealing({ definition, onPut }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <PlainField label={t('matter.forWhom')} pointer="/applicants">
        {(ids) => (
          <Choice<ServiceDefinition['applicants']>
            {...ids}
            value={definition.applicants}
            options={(['members', 'everybody'] as const).map((value) => ({
              value,
              label: t(`matter.applicantsOption.${value}`),
            }))}
            onChange={(applicants) => onPut({ applicants: applicants ?? 'members' })}
          />
        )}
      </PlainField>
      <PlainField label={t('matter.who')} pointer="/handledAt">
        {(ids) => (
          <Choice<ServiceDefinition['handledAt']>
            {...ids}
            value={definition.handledAt}
            options={(['own', 'offering'] as const).map((value) => ({
              value,
              label: t(`matter.handledAtOption.${value}`),
            }))}
            onChange={(handledAt) => onPut({ handledAt: handledAt ?? 'own' })}
          />
        )}
      </PlainField>
      <PlainField label={t('matter.byWhom')} pointer="/handledBy">
        {(ids) => (
          <Choice<HandledBy>
            {...ids}
            value={definition.handledBy ?? 'officers'}
            options={(['officers', 'named'] as const).map((value) => ({
              value,
              label: t(`matter.handledByOption.${value}`),
            }))}
            onChange={(handledBy) => onPut({ handledBy: handledBy ?? 'officers' })}
          />
        )}
      </PlainField>
      <TermFields
        label={t('matter.acceptLabel')}
        pointer="/acceptWithin"
        term={definition.acceptWithin}
        onChange={(acceptWithin) => onPut({ acceptWithin })}
      />
      <TermFields
        label={t('matter.decideLabel')}
        pointer="/decideWithin"
        term={definition.decideWithin}
        onChange={(decideWithin) => onPut({ decideWithin })}
      />
      <div className="boxes">
        <label className="box">
          <input
            type="checkbox"
            checked={definition.secondPerson}
            onChange={(event) => onPut({ secondPerson: event.target.checked })}
          />
          {t('matter.secondPersonLabel')}
        </label>
        <label className="box">
          <input
            type="checkbox"
            checked={definition.anonymous}
            onChange={(event) => onPut({ anonymous: event.target.checked })}
          />
          {t('matter.anonymousLabel')}
        </label>
      </div>
    </>
  );
}

interface TermFieldsProps {
  readonly label: string;
  readonly pointer: string;
  readonly term: Term;
  readonly onChange: (term: Term) => void;
}

/** So many days, of one of two kinds. */
function TermFields({ label, pointer, term, onChange }: TermFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <TextField
        label={label}
        pointer={`${pointer}/count`}
        value={term.count === 0 ? '' : String(term.count)}
        isNumber
        maxLength={3}
        onChange={(text) => onChange({ ...term, count: Number(text.normalize('NFKC')) || 0 })}
      />
      <PlainField label={t('matter.daysLabel')} pointer={pointer}>
        {(ids) => (
          <Choice<Term['days']>
            {...ids}
            value={term.days}
            options={(['working', 'calendar'] as const).map((value) => ({
              value,
              label: t(`matter.daysOption.${value}`),
            }))}
            onChange={(days) => onChange({ ...term, days: days ?? 'working' })}
          />
        )}
      </PlainField>
    </div>
  );
}
