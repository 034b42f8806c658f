import '../../../kit/styles/survey.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import type { SurveyPlan } from './new-plan.js';

type PlanState = SurveyPlan['state'];

const NewPlan = lazyPart('NewPlan', () => import('./plan-form.js'));
const ChangedPlan = lazyPart('ChangedPlan', () => import('./plan-form.js'));

/** Standing orders: each closed activity of the union gets a survey by itself. */
export function SurveyPlanPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [isNew, setIsNew] = useState(false);
  const [state, setState] = useState<PlanState | undefined>('active');
  const mayHold = holds('evaluator', 'organiser');
  const states = (['active', 'ended'] as const).map((value) => ({
    value,
    label: t(`surveyPlan.state.${value}`),
  }));
  return (
    <ListPage
      title={t('surveyPlan.title')}
      back="/surveys"
      actions={mayHold && !isNew && <Button onClick={() => setIsNew(true)}>{t('surveyPlan.new')}</Button>}
      intro={
        <>
          <p className="hint">{t('surveyPlan.hint')}</p>
          {mayHold && <Preload part={NewPlan} />}
          {isNew && <NewPlan onDone={() => setIsNew(false)} />}
        </>
      }
      filters={
        <label>
          {t('surveyPlan.stateLabel')}
          <Choice<PlanState>
            options={[{ value: '', label: t('surveyPlan.allStates') }, ...states]}
            {...(state === undefined ? {} : { value: state })}
            onChange={setState}
          />
        </label>
      }
      list={useList('surveyPlan', '/survey-plans', state === undefined ? {} : { state })}
      empty={{ text: t('surveyPlan.empty') }}
    >
      {(plans) => plans.map((plan) => <OnePlan key={plan.id} plan={plan} mayHold={mayHold} />)}
    </ListPage>
  );
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

function EndPlan({ plan }: { readonly plan: SurveyPlan }) {
  const { t } = useTranslation();
  const end = useCommand('surveyPlan', 'post', '/survey-plans/{planId}/end');
  return (
    <>
      {end.isError && <Refusal title={t('surveyPlan.endRefused')} error={end.error} />}
      <ConfirmButton
        danger
        loading={end.isPending}
        aria-label={t('surveyPlan.endOf', { union: plan.unionName })}
        question={<p>{t('surveyPlan.endQuestion')}</p>}
        confirmText={t('surveyPlan.endYes')}
        onConfirm={() => end.mutate({ planId: plan.id, version: plan.version })}
      >
        {t('surveyPlan.end')}
      </ConfirmButton>
    </>
  );
}
