import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { type AnswerFilters, searchOf } from './confirmation.model.js';

interface AnswerViewsProps {
  readonly filters: AnswerFilters<string>;
  readonly waiting: string;
  readonly all: string;
}

/** What waits for the reader, or all of it. */
export function AnswerViews({ filters, waiting, all }: AnswerViewsProps) {
  const { t } = useTranslation();
  return (
    <nav className="page-tabs" aria-label={t('confirmation.viewLabel')}>
      <Tab filters={filters} isWaiting>
        {waiting}
      </Tab>
      <Tab filters={filters} isWaiting={false}>
        {all}
      </Tab>
    </nav>
  );
}

interface TabProps {
  readonly filters: AnswerFilters<string>;
  readonly isWaiting: boolean;
  readonly children: ReactNode;
}

function Tab({ filters, isWaiting, children }: TabProps) {
  const to = `?${searchOf({ ...filters, isWaiting })}`;
  return (
    <Link to={to} aria-current={filters.isWaiting === isWaiting ? 'page' : undefined}>
      {children}
    </Link>
  );
}

interface StateChoiceProps<State extends string> {
  readonly filters: AnswerFilters<State>;
  readonly onChange: (filters: AnswerFilters<State>) => void;
  readonly states: readonly { readonly value: State; readonly label: string }[];
}

/** What waits for the reader has one state only. */
export function StateChoice<State extends string>({ filters, onChange, states }: StateChoiceProps<State>) {
  const { t } = useTranslation();
  if (filters.isWaiting) return null;
  return (
    <Choice<State>
      label={t('money.state')}
      value={filters.state}
      options={[{ value: '', label: t('money.allStates') }, ...states]}
      onChange={(state) => onChange({ ...filters, state })}
    />
  );
}
