import './service.css';
import { Button } from 'antd';
import { type ReactNode, useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patternOf, ProblemError } from '../../../api/problem.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { TextArea } from '../../../kit/input.js';
import { FoldedAct } from '../../../kit/folded-act.js';
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
  /** What stands there has just been saved. */
  readonly isSaved?: boolean;
  /** What it begins with is not saved yet. */
  readonly isNew?: boolean;
  readonly onDone?: (output: Output) => void;
  /** What comes first. */
  readonly children?: ReactNode;
}

interface PartProps {
  readonly definition: ServiceDefinition;
  readonly onPut: (part: Partial<ServiceDefinition>) => void;
}

/** What a service says, asks and promises, with a look at what people will see; below it what most services leave as it is, folded. */
export function ServiceDesigner<Input, Output>(props: ServiceDesignerProps<Input, Output>) {
  const { t } = useTranslation();
  const { command, input, submit, isSaved = false, isNew = false, onDone, children } = props;
  const [definition, setDefinition] = useState(props.definition);
  const [questions, setQuestions] = useState<readonly Designed[]>(() =>
    props.definition.questions.map((question) =>
      designedOf({ ...question, perHead: false, visibleTo: 'organiser' }),
    ),
  );
  const [isChanged, setIsChanged] = useState(isNew);
  const put = (part: Partial<ServiceDefinition>): void => {
    setIsChanged(true);
    setDefinition((before) => ({ ...before, ...part }));
  };
  const ask = (changed: readonly Designed[]): void => {
    setIsChanged(true);
    setQuestions(changed);
  };
  const asked = questions.map((question) => plainQuestionOf(questionOf(question)));
  const send = (): void => {
    const sent = input({ ...definition, guidance: definition.guidance?.trim() || null, questions: asked });
    if (sent !== null) command.mutate(sent, onDone === undefined ? {} : { onSuccess: onDone });
  };
  const problems = command.error instanceof ProblemError ? command.error.problem.errors : [];
  return (
    <Problems.Provider value={problems.map(({ pointer, detail }) => ({ pointer, text: detail }))}>
      <section className="card" aria-labelledby="about-title">
        <h2 id="about-title">{t('serviceDesign.about')}</h2>
        {children}
        <About definition={definition} onPut={put} />
      </section>
      <section className="card" aria-labelledby="asked-title">
        <h2 id="asked-title">{t('serviceDesign.asked')}</h2>
        <p className="hint">{t('serviceDesign.askedHint')}</p>
        <QuestionList questions={questions} onChange={ask} isPlain />
        {questions.length > 0 && <QuestionPreview questions={questions} />}
      </section>
      <section className="card" aria-labelledby="papers-title">
        <h2 id="papers-title">{t('matter.papers')}</h2>
        <PaperList papers={definition.papers ?? []} onChange={(papers) => put({ papers })} />
      </section>
      <section className="card" aria-labelledby="dealt-title">
        <h2 id="dealt-title">{t('serviceDesign.dealtWith')}</h2>
        <Dealing definition={definition} onPut={put} />
      </section>
      <section className="card" aria-labelledby="outcomes-title">
        <h2 id="outcomes-title">{t('matter.outcomes')}</h2>
        <OutcomeList
          outcomes={definition.outcomes}
          steps={definition.steps ?? []}
          onChange={(outcomes) => put({ outcomes })}
        />
      </section>
      <section className="card" aria-labelledby="further-title">
        <h2 id="further-title">{t('serviceDesign.further')}</h2>
        <p className="hint">{t('serviceDesign.furtherHint')}</p>
        <Further definition={definition} questions={asked} onPut={put} />
      </section>
      {command.isError && (
        <Refusal
          title={t('serviceDesign.serviceRefused')}
          error={command.error}
          fields={problems.map(({ pointer }) => patternOf(pointer.slice(1).split('/')))}
        />
      )}
      <SaveBar isChanged={isChanged} isSaved={isSaved}>
        <Button type={isChanged ? 'primary' : 'default'} loading={command.isPending} onClick={send}>
          {submit}
        </Button>
      </SaveBar>
    </Problems.Provider>
  );
}

interface SaveBarProps {
  readonly isChanged: boolean;
  readonly isSaved: boolean;
  readonly children: ReactNode;
}

/** The button that saves, in sight wherever one is in the form, and whether there is something to save. */
function SaveBar({ isChanged, isSaved, children }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className="actions designer-save">
      {children}
      <span role="status" className="hint">
        {isChanged && t('serviceDesign.notSavedYet')}
        {isSaved && !isChanged && t('common.saved')}
      </span>
    </div>
  );
}

interface FurtherProps extends PartProps {
  readonly questions: ServiceDefinition['questions'];
}

/** What few services need. */
function Further({ definition, questions, onPut }: FurtherProps) {
  const { t } = useTranslation();
  const { steps = [], limitation, allowance, occasion, coverage, topics = [], pays } = definition;
  const part = { definition, questions, onPut };
  return (
    <>
      <FurtherPart title={t('matterStep.steps')} isSet={(steps ?? []).length > 0} pointers={['/steps']}>
        <StepList {...part} />
      </FurtherPart>
      <FurtherPart
        title={t('matterStep.rules')}
        isSet={Boolean(limitation ?? allowance)}
        pointers={['/limitation', '/allowance']}
      >
        <RuleFields {...part} />
      </FurtherPart>
      <FurtherPart title={t('serviceDesign.topics')} isSet={(topics ?? []).length > 0} pointers={['/topics']}>
        <TopicList topics={topics ?? []} onChange={(changed) => onPut({ topics: changed })} />
      </FurtherPart>
      <FurtherPart title={t('serviceDesign.paysTitle')} isSet={Boolean(pays)} pointers={['/pays']}>
        <PaysFields pays={pays ?? null} onChange={(changed) => onPut({ pays: changed })} />
      </FurtherPart>
      <FurtherPart
        title={t('serviceDesign.occasionTitle')}
        isSet={Boolean(occasion)}
        pointers={['/occasion']}
      >
        <OccasionFields {...part} />
      </FurtherPart>
      <FurtherPart
        title={t('serviceDesign.coverageTitle')}
        isSet={Boolean(coverage)}
        pointers={['/coverage']}
      >
        <CoverageFields definition={definition} onPut={onPut} />
      </FurtherPart>
    </>
  );
}

interface FurtherPartProps {
  readonly title: string;
  readonly isSet: boolean;
  /** The beginnings of what stands in it: it opens where something of it is refused. */
  readonly pointers: readonly string[];
  readonly children: ReactNode;
}

function FurtherPart({ title, isSet, pointers, children }: FurtherPartProps) {
  const { t } = useTranslation();
  const problems = useContext(Problems);
  // What is emptied while somebody works in it does not close under their hands.
  const [wasSet] = useState(isSet);
  const isRefused = problems.some(({ pointer }) => pointers.some((start) => pointer.startsWith(start)));
  return (
    <FoldedAct
      title={title}
      isOpen={wasSet || isRefused}
      state={
        <span className={isSet ? 'tag is-kind' : 'tag'}>
          {t(isSet ? 'serviceDesign.furtherSet' : 'serviceDesign.furtherNotSet')}
        </span>
      }
    >
      {children}
    </FoldedAct>
  );
}

function About({ definition, onPut }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <TextField
          label={t('matter.serviceName')}
          pointer="/name"
          hint={t('serviceDesign.nameOfServiceHint')}
          value={definition.name}
          maxLength={60}
          onChange={(name) => onPut({ name })}
        />
        <PlainField
          label={t('matter.categoryLabel')}
          pointer="/category"
          hint={t('serviceDesign.categoryHint')}
        >
          {(ids) => (
            <Choice<ServiceCategory>
              {...ids}
              value={definition.category}
              options={serviceCategories.map((value) => ({ value, label: t(`matter.category.${value}`) }))}
              onChange={(category) => onPut({ category: category ?? 'other' })}
            />
          )}
        </PlainField>
      </div>
      <PlainField
        label={t('serviceDesign.summaryLabel')}
        pointer="/summary"
        hint={t('serviceDesign.summaryHint')}
      >
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
      <PlainField
        label={t('serviceDesign.guidanceLabel')}
        pointer="/guidance"
        hint={t('serviceDesign.guidanceHint')}
      >
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
      <PlainField
        label={t('matter.forWhom')}
        pointer="/applicants"
        hint={t(`serviceDesign.applicantsHint.${definition.applicants}`)}
      >
        {(ids) => (
          <Choice<ServiceDefinition['applicants']>
            {...ids}
            value={definition.applicants}
            options={(['members', 'everybody'] as const).map((value) => ({
              value,
              label: t(`serviceDesign.applicantsOption.${value}`),
            }))}
            onChange={(applicants) => onPut({ applicants: applicants ?? 'members' })}
          />
        )}
      </PlainField>
      <PlainField
        label={t('matter.who')}
        pointer="/handledAt"
        hint={t(`serviceDesign.handledAtHint.${definition.handledAt}`)}
      >
        {(ids) => (
          <Choice<ServiceDefinition['handledAt']>
            {...ids}
            value={definition.handledAt}
            options={(['own', 'offering'] as const).map((value) => ({
              value,
              label: t(`serviceDesign.handledAtOption.${value}`),
            }))}
            onChange={(handledAt) => onPut({ handledAt: handledAt ?? 'own' })}
          />
        )}
      </PlainField>
      <PlainField
        label={t('serviceDesign.byWhom')}
        pointer="/handledBy"
        hint={t(`serviceDesign.handledByHint.${definition.handledBy ?? 'officers'}`)}
      >
        {(ids) => (
          <Choice<HandledBy>
            {...ids}
            value={definition.handledBy ?? 'officers'}
            options={(['officers', 'named'] as const).map((value) => ({
              value,
              label: t(`serviceDesign.handledByOption.${value}`),
            }))}
            onChange={(handledBy) => onPut({ handledBy: handledBy ?? 'officers' })}
          />
        )}
      </PlainField>
      <TermFields
        label={t('serviceDesign.acceptLabel')}
        hint={t('serviceDesign.acceptHint')}
        pointer="/acceptWithin"
        term={definition.acceptWithin}
        onChange={(acceptWithin) => onPut({ acceptWithin })}
      />
      <TermFields
        label={t('serviceDesign.decideLabel')}
        hint={t('serviceDesign.decideHint')}
        pointer="/decideWithin"
        term={definition.decideWithin}
        onChange={(decideWithin) => onPut({ decideWithin })}
      />
      <Ticked
        label={t('serviceDesign.secondPersonLabel')}
        hint={t('serviceDesign.secondPersonHint')}
        isTicked={definition.secondPerson}
        onTick={(secondPerson) => onPut({ secondPerson })}
      />
      <Ticked
        label={t('serviceDesign.anonymousLabel')}
        hint={t('serviceDesign.anonymousHint')}
        isTicked={definition.anonymous}
        onTick={(anonymous) => onPut({ anonymous })}
      />
    </>
  );
}

interface TickedProps {
  readonly label: string;
  readonly hint: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function Ticked({ label, hint, isTicked, onTick }: TickedProps) {
  const id = useId();
  return (
    <div className="plain-field">
      <span className="boxes">
        <label className="box">
          <input
            type="checkbox"
            aria-describedby={id}
            checked={isTicked}
            onChange={(event) => onTick(event.target.checked)}
          />
          {label}
        </label>
      </span>
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  );
}

interface TermFieldsProps {
  readonly label: string;
  readonly hint: string;
  readonly pointer: string;
  readonly term: Term;
  readonly onChange: (term: Term) => void;
}

/** So many days, of one of two kinds. */
function TermFields({ label, hint, pointer, term, onChange }: TermFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <TextField
        label={label}
        hint={hint}
        pointer={`${pointer}/count`}
        value={term.count === 0 ? '' : String(term.count)}
        isNumber
        maxLength={3}
        onChange={(text) => onChange({ ...term, count: Number(text.normalize('NFKC')) || 0 })}
      />
      <PlainField
        label={t('serviceDesign.daysLabel')}
        pointer={pointer}
        hint={t(`serviceDesign.daysHint.${term.days}`)}
      >
        {(ids) => (
          <Choice<Term['days']>
            {...ids}
            value={term.days}
            options={(['working', 'calendar'] as const).map((value) => ({
              value,
              label: t(`serviceDesign.daysOption.${value}`),
            }))}
            onChange={(days) => onChange({ ...term, days: days ?? 'working' })}
          />
        )}
      </PlainField>
    </div>
  );
}
