import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { useDraft } from '../../../kit/use-draft.js';
import type { Activity } from '../activity/activity-form.js';
import {
  type AgreementDraft,
  type CoHostingPlan,
  draftOfPlan,
  draftOfTerms,
  newDraft,
  previewOf,
  proposalOf,
} from './agreement-draft.js';
import { AssumptionFields } from './assumption-fields.js';
import { ApprovalFields, BoundFields, FundingFields } from './funding-fields.js';
import { openProblems } from './open-problems.js';
import { keyOf, useNames, usePayingParties } from './party-names.js';
import { type PlacedProblem, Problems } from './problems-at.js';
import { type NamedKey, RuleBuilder } from './rule-builder.js';
import type { DraftProblem } from './rule-draft.js';
import { SplitPreview, withNames } from './split-preview.js';
import { TaskFields } from './task-fields.js';
import type { Agreement } from './use-agreements.js';
import { useProblemText } from './use-problem-text.js';
import { useSplit } from './use-split.js';

export interface ProposeFormProps {
  readonly activity: Activity;
  readonly latest: Agreement | undefined;
  readonly onDone: () => void;
  /** Who could do what, where the activity came from a need. */
  readonly plan?: CoHostingPlan | undefined;
  /** The agreement of an earlier time of the same activity. */
  readonly earlier?: Agreement | undefined;
}

/** A new version: tasks, the rule by which the cost is split, and a preview of the split beside it. */
export function ProposeForm(props: ProposeFormProps) {
  const { t } = useTranslation();
  const form = useProposal(props);
  const { draft, change, parties, source } = form;
  return (
    <Problems.Provider value={form.problems}>
      <form className="propose" onSubmit={form.send} noValidate>
        <div className="card">
          <h2>{t('agreement.newVersion')}</h2>
          {props.latest !== undefined && isWaiting(props.latest) && (
            <Alert type="info" showIcon title={t('agreement.overtakes')} className="notice" />
          )}
          <TaskFields tasks={draft.tasks} hosts={form.hosts} onChange={(tasks) => change({ tasks })} />
          <RuleBuilder
            rule={source === null ? draft.rule : { ...draft.rule, sourceName: source.name }}
            onChange={(rule) => change({ rule })}
            parties={parties}
            pointer="/rule"
            depth={1}
            title={t('agreement.part.rule')}
          />
          <BoundFields draft={draft} parties={parties} onChange={change} />
          <FundingFields draft={draft} onChange={change} />
          <ApprovalFields draft={draft} onChange={change} />
          <WhyNot error={form.error} isUnread={form.isUnread} />
          <Button type="primary" htmlType="submit" loading={form.isPending}>
            {t('agreement.propose')}
          </Button>
        </div>
        <section className="card try-out" aria-labelledby="try-out-title">
          <h2 id="try-out-title">{t('agreement.tryOut')}</h2>
          <p className="hint">{t('agreement.tryOutHint')}</p>
          <AssumptionFields draft={draft} parties={parties} onChange={change} />
          <SplitPreview split={form.split} parties={parties} source={source} />
        </section>
      </form>
    </Problems.Provider>
  );
}

/** The draft of a version: typed, stored, previewed and sent. */
function useProposal({ activity, latest, onDone, plan, earlier }: ProposeFormProps) {
  const kept = useDraft<AgreementDraft>(`agreement.${activity.id}`);
  const [draft, setDraft] = useState<AgreementDraft>(() => begin(kept.initial, latest ?? earlier, plan));
  const propose = useCommand('agreement', 'post', '/activities/{activityId}/agreements');
  const named = useParties(activity, draft);
  const toText = useDraftProblemTexts();
  const textOf = useProblemText();
  const change = (changed: Partial<AgreementDraft>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    kept.keep(null, next);
    if (propose.isError) propose.reset();
  };
  const payers = named.parties.map(({ key }) => key);
  const proposal = proposalOf(draft, named.isKnown ? payers : null);
  const preview = previewOf(draft, payers);
  const canBeTried = named.isKnown && preview.problems.length === 0;
  const split = useSplit(canBeTried ? preview.body : null);
  const said = [...(canBeTried ? refusedBy(split.error) : []), ...refusedBy(propose.error)];
  const refused = openProblems(latest, draft);
  const problems = [
    ...refused.map(({ pointer, code }) => ({ pointer, text: textOf(code) })),
    ...toText(uniqueOf([...preview.problems, ...proposal.problems])),
    ...said.map(({ pointer, text }) => ({ pointer, text: withNames(text, named.parties, named.source) })),
  ];
  const isUnread = proposal.problems.length > 0;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const onSuccess = (): void => {
      kept.drop();
      onDone();
    };
    if (!isUnread) propose.mutate({ activityId: activity.id, body: proposal.body }, { onSuccess });
  };
  const { error, isPending } = propose;
  return { ...named, draft, change, split, problems, isUnread, send, error, isPending };
}

function refusedBy(error: unknown): PlacedProblem[] {
  const errors = error instanceof ProblemError ? error.problem.errors : [];
  return errors.map(({ pointer, detail }) => ({ pointer, text: detail }));
}

interface WhyNotProps {
  readonly error: unknown;
  readonly isUnread: boolean;
}

/** Above the button: the errors that no field shows, or a hint that a field shows one. */
function WhyNot({ error, isUnread }: WhyNotProps) {
  const { t } = useTranslation();
  if (isUnread || isPlaced(refusedBy(error))) {
    return (
      <p className="field-error" role="alert">
        {t('agreement.fixFirst')}
      </p>
    );
  }
  return error === null ? null : <Refusal title={t('agreement.notProposed')} error={error} />;
}

/** Does a field show each of the errors? */
function isPlaced(refused: readonly { readonly pointer: string }[]): boolean {
  const places = /^\/(tasks|rule|caps|floors|fundCategory|expenseCode|approval)\b/;
  return refused.length > 0 && refused.every(({ pointer }) => places.test(pointer));
}

function begin(
  kept: Partial<AgreementDraft> | null,
  latest: Agreement | undefined,
  plan: CoHostingPlan | undefined,
): AgreementDraft {
  if (kept !== null) return { ...newDraft, ...kept };
  return latest === undefined ? draftOfPlan(plan) : draftOfTerms(latest.terms);
}

function isWaiting({ state }: Agreement): boolean {
  return state === 'checking' || state === 'open';
}

function useParties(activity: Activity, draft: AgreementDraft) {
  const { keys, isKnown } = usePayingParties(activity);
  const known = [activity.organiser, ...activity.coHosts];
  const sourceKey = draft.rule.kind === 'subsidyFirst' ? draft.rule.source : '';
  const nameOf = useNames(sourceKey === '' ? keys : [...keys, sourceKey], known);
  const parties: NamedKey[] = keys.map((key) => ({ key, name: nameOf(key) }));
  const source: NamedKey | null = sourceKey === '' ? null : { key: sourceKey, name: nameOf(sourceKey) };
  const hosts: NamedKey[] = known.map((host) => ({ key: keyOf(host), name: host.name }));
  return { hosts, parties, source, isKnown };
}

function useDraftProblemTexts(): (problems: readonly DraftProblem[]) => PlacedProblem[] {
  const { t } = useTranslation();
  return (problems) =>
    problems.map(({ pointer, kind }) => ({ pointer, text: t(`splitRule.unread.${kind}`) }));
}

function uniqueOf(problems: readonly DraftProblem[]): DraftProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.kind}`, problem])).values()];
}
