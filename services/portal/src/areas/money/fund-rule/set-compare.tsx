import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { differencesOf, type FundRule, type FundRuleSet } from './fund-rule-form.js';
import { useRuleWords } from './use-rule-words.js';

/** The differences between a set and another of its union, by default the one that it was copied from. */
export function SetCompare({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  const list = useSetsOf(set.unionId);
  const [chosenId, choose] = useState<string | undefined>(set.copiedFromId ?? undefined);
  const others = (list.items ?? []).filter(({ id }) => id !== set.id);
  const nameOf = ({ name, versionNumber: number }: FundRuleSet): string =>
    [name, number === null ? t('fundRule.states.draft') : t('fundRule.numberOf', { number })].join(' · ');
  const other = others.find(({ id }) => id === chosenId);
  return (
    <section className="card" aria-labelledby="compare-title">
      <h2 id="compare-title">{t('fundRule.compare.title')}</h2>
      <Standing list={list} count={others.length} />
      {others.length > 0 && (
        <label className="labelled">
          {t('fundRule.compare.with')}
          <Choice<string>
            {...(chosenId === undefined ? {} : { value: chosenId })}
            options={[
              { value: '', label: t('fundRule.compare.choose') },
              ...others.map((one) => ({ value: one.id, label: nameOf(one) })),
            ]}
            onChange={choose}
          />
        </label>
      )}
      {other !== undefined && <Differences before={other} after={set} />}
    </section>
  );
}

function useSetsOf(unionId: string) {
  return useList('fundRuleSet', '/fund-rule-sets', { unionId });
}

interface StandingProps {
  readonly list: ReturnType<typeof useSetsOf>;
  readonly count: number;
}

/** The state of the list while there is nothing to choose from. */
function Standing({ list, count }: StandingProps) {
  const { t } = useTranslation();
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.items === undefined) return <LoadingState rows={2} />;
  return count === 0 && <p>{t('fundRule.compare.none')}</p>;
}

interface Line {
  readonly key: string;
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

function Differences({ before, after }: { readonly before: FundRuleSet; readonly after: FundRuleSet }) {
  const { t } = useTranslation();
  const lines = useLines(before, after);
  if (lines.length === 0) return <p>{t('fundRule.compare.same')}</p>;
  const columns: Column<Line>[] = [
    { key: 'part', title: t('fundRule.compare.part'), cell: ({ part }) => part },
    {
      key: 'before',
      title: t('fundRule.compare.before', { name: before.name }),
      cell: (line) => <del>{line.before}</del>,
    },
    { key: 'after', title: t('fundRule.compare.after'), cell: (line) => <ins>{line.after}</ins> },
  ];
  return (
    <DataTable
      caption={t('fundRule.compare.caption')}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
    />
  );
}

function useLines(before: FundRuleSet, after: FundRuleSet): Line[] {
  const { t } = useTranslation();
  const { ruleWords, sourceWords, validityWords } = useRuleWords();
  const wordsOf = (rule: FundRule | undefined): string =>
    rule === undefined
      ? t('fundRule.compare.absent')
      : [ruleWords(rule), sourceWords(rule.source)].join(t('common.separator'));
  const whole: Line[] = [
    { key: ' name', part: t('fundRule.compare.name'), before: before.name, after: after.name },
    {
      key: ' validity',
      part: t('fundRule.compare.validity'),
      before: validityWords(before),
      after: validityWords(after),
    },
    {
      key: ' source',
      part: t('fundRule.compare.source'),
      before: sourceWords(before.source),
      after: sourceWords(after.source),
    },
  ];
  const rules = differencesOf(before.rules, after.rules).map((one): Line => {
    const kind = (one.after ?? one.before)?.kind ?? 'prizeShare';
    return {
      key: one.key,
      part: t(`fundRule.kinds.${kind}`),
      before: wordsOf(one.before),
      after: wordsOf(one.after),
    };
  });
  return [...whole.filter((line) => line.before !== line.after), ...rules];
}
