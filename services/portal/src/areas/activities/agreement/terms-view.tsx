import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { expenseKeyOf } from './agreement-draft.js';
import type { TermPart } from './agreement-differences.model.js';
import { keyOf } from './party-names.js';
import type { Money } from './rule-draft.js';
import { RuleWords } from './rule-words.js';
import type { AgreementTerms } from './use-agreements.js';

interface TermsProps {
  readonly terms: AgreementTerms;
  readonly nameOf: (key: string) => string;
}

/** The terms in words: who shares the cost and how, who does what, of which money. */
export function TermsView({ terms, nameOf }: TermsProps) {
  const { t } = useTranslation();
  const hasBounds = Object.keys(terms.caps).length + Object.keys(terms.floors).length > 0;
  const shown: readonly TermPart[] = [
    'parties',
    'rule',
    ...(hasBounds ? (['caps', 'floors'] as const) : []),
    'tasks',
    'fundCategory',
    'expenseCode',
    'approval',
  ] as const;
  return (
    <dl className="facts terms">
      {shown.map((part) => (
        <div key={part}>
          <dt>{t(`agreement.part.${part}`)}</dt>
          <dd>
            <TermPartView part={part} terms={terms} nameOf={nameOf} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One part of the terms. */
export function TermPartView({ part, terms, nameOf }: TermsProps & { readonly part: TermPart }): ReactNode {
  const { t } = useTranslation();
  const expense = expenseKeyOf(terms.expenseCode);
  switch (part) {
    case 'parties':
      return terms.parties.map((party) => nameOf(keyOf(party))).join(t('common.separator'));
    case 'rule':
      return <RuleWords rule={terms.rule} nameOf={nameOf} />;
    case 'caps':
    case 'floors':
      return <Bounds bounds={terms[part]} nameOf={nameOf} />;
    case 'tasks':
      return <Tasks tasks={terms.tasks} nameOf={nameOf} />;
    case 'fundCategory':
      return t(`agreement.fund.${terms.fundCategory}`);
    case 'expenseCode':
      return expense === undefined ? terms.expenseCode : t(`agreement.expense.${expense}`);
    case 'approval':
      return t(`agreement.approvalIs.${terms.approval.silence}`, { count: terms.approval.days });
  }
}

interface BoundsProps {
  readonly bounds: Readonly<Record<string, Money>>;
  readonly nameOf: (key: string) => string;
}

function Bounds({ bounds, nameOf }: BoundsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries = Object.entries(bounds);
  if (entries.length === 0) return t('common.none');
  return (
    <ul className="plain-list">
      {entries.map(([key, money]) => (
        <li key={key}>{t('splitRule.amountOf', { name: nameOf(key), amount: format.money(money) })}</li>
      ))}
    </ul>
  );
}

interface TasksProps {
  readonly tasks: AgreementTerms['tasks'];
  readonly nameOf: (key: string) => string;
}

export function Tasks({ tasks, nameOf }: TasksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (tasks.length === 0) return t('common.none');
  return (
    <ul className="plain-list">
      {tasks.map(({ party, title, dueOn }, index) => (
        <li key={index}>
          {dueOn
            ? t('agreement.taskBy', { name: nameOf(party), title, date: format.date(dueOn) })
            : t('agreement.taskOf', { name: nameOf(party), title })}
        </li>
      ))}
    </ul>
  );
}
