import '../../../kit/styles/survey.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { useOffices } from '../../../session/use-offices.js';
import { formOf } from './new-plan.js';
import {
  type PlanState,
  type SurveyPlan,
  useChangePlan,
  useCreatePlan,
  useEndPlan,
  useSurveyPlans,
} from './use-survey-plans.js';

const PlanFields = lazyPart('PlanFields', () => import('./plan-form.js'));

/** A union says once that those who come are asked; from then on it happens by itself. */
export function SurveyPlanPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [isNew, setIsNew] = useState(false);
  const [state, setState] = useState<PlanState | undefined>('active');
  const list = useSurveyPlans(state);
  const mayHold = holds('evaluator', 'organiser');
  const states = (['active', 'ended'] as const).map((value) => ({
    value,
    label: t(`surveyPlan.state.${value}`),
  }));
  return (
    <>
      <PageHead title={t('surveyPlan.title')} back="/surveys">
        {mayHold && !isNew && <Button onClick={() => setIsNew(true)}>{t('surveyPlan.new')}</Button>}
      </PageHead>
      <p className="hint">{t('surveyPlan.hint')}</p>
      {mayHold && <Preload part={PlanFields} />}
      {isNew && <NewPlan onDone={() => setIsNew(false)} />}
      <label className="period-bar notice">
        {t('surveyPlan.stateLabel')}
        <Choice<PlanState>
          options={[{ value: '', label: t('surveyPlan.allStates') }, ...states]}
          {...(state === undefined ? {} : { value: state })}
          onChange={setState}
        />
      </label>
      <PagedList list={list} empty={{ text: t('surveyPlan.empty') }}>
        {(plans) => plans.map((plan) => <OnePlan key={plan.id} plan={plan} mayHold={mayHold} />)}
      </PagedList>
    </>
  );
}

function useSystems(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation();
  const { data = [] } = usePublishedSystems();
  return data.map(({ id, name, versionNumber }) => ({
    value: id,
    label: t('indicatorSystem.nameAndVersion', { name, version: versionNumber }),
  }));
}

function NewPlan({ onDone }: { readonly onDone: () => void }) {
  const save = useCreatePlan();
  const systems = useSystems();
  const initial = { daysOpen: '7', validFrom: new Date().toISOString().slice(0, 10) };
  return <PlanFields initial={initial} isNew systems={systems} save={save} onDone={onDone} />;
}

function OnePlan({ plan, mayHold }: { readonly plan: SurveyPlan; readonly mayHold: boolean }) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  if (isChanging) return <ChangedPlan plan={plan} onDone={() => setIsChanging(false)} />;
  const id = `plan-${plan.id}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{plan.unionName}</h2>
      <PlanFacts plan={plan} />
      {mayHold && plan.state === 'active' && (
        <div className="actions">
          <Button
            aria-label={t('surveyPlan.changeOf', { union: plan.unionName })}
            onClick={() => setIsChanging(true)}
          >
            {t('surveyPlan.change')}
          </Button>
          <EndPlan plan={plan} />
        </div>
      )}
    </section>
  );
}

function PlanFacts({ plan }: { readonly plan: SurveyPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{t('survey.system')}</dt>
      <dd>{plan.indicatorSystemName}</dd>
      <dt>{t('surveyPlan.stateLabel')}</dt>
      <dd>{t(`surveyPlan.state.${plan.state}`)}</dd>
      <dt>{t('surveyPlan.daysOpen')}</dt>
      <dd>{format.number(plan.daysOpen)}</dd>
      <dt>{t('surveyPlan.validFrom')}</dt>
      <dd>{format.date(plan.validFrom)}</dd>
      <dt>{t('surveyPlan.surveyCount')}</dt>
      <dd>{format.number(plan.surveyCount)}</dd>
      {plan.questions.length > 0 && (
        <>
          <dt>{t('survey.extra')}</dt>
          <dd>
            <ul className="plain-list">
              {plan.questions.map(({ key, text, kind }) => (
                <li key={key}>
                  {text} <span className="hint">{t(`survey.kind.${kind}`)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

function ChangedPlan({ plan, onDone }: { readonly plan: SurveyPlan; readonly onDone: () => void }) {
  const change = useChangePlan(plan);
  const systems = useSystems();
  return <PlanFields initial={formOf(plan)} isNew={false} systems={systems} save={change} onDone={onDone} />;
}

function EndPlan({ plan }: { readonly plan: SurveyPlan }) {
  const { t } = useTranslation();
  const end = useEndPlan();
  return (
    <>
      {end.isError && <Refusal title={t('surveyPlan.endRefused')} error={end.error} />}
      <ConfirmButton
        danger
        loading={end.isPending}
        aria-label={t('surveyPlan.endOf', { union: plan.unionName })}
        question={<p>{t('surveyPlan.endQuestion')}</p>}
        confirmText={t('surveyPlan.endYes')}
        onConfirm={() => end.mutate(plan)}
      >
        {t('surveyPlan.end')}
      </ConfirmButton>
    </>
  );
}
