import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { type AnswerFilters, searchOf } from './confirmation.model.js';

interface AnswerFiltersProps<State extends string> {
  readonly filters: AnswerFilters<State>;
  readonly onChange: (filters: AnswerFilters<State>) => void;
  readonly waiting: string;
  readonly all: string;
  readonly find: string;
  readonly states: readonly { readonly value: State; readonly label: string }[];
}

/** What waits for the reader or all of it, by state and by name. */
export function AnswerFilterBar<State extends string>(props: AnswerFiltersProps<State>) {
  const { filters, onChange, waiting, all, find, states } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q);
  const withText = { ...filters, q: text.trim() };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <>
      <nav className="area-tabs" aria-label={t('confirmation.viewLabel')}>
        <Tab filters={filters} isWaiting>
          {waiting}
        </Tab>
        <Tab filters={filters} isWaiting={false}>
          {all}
        </Tab>
      </nav>
      <form role="search" className="money-filters" onSubmit={submit}>
        <Input
          type="search"
          value={text}
          maxLength={60}
          aria-label={find}
          placeholder={find}
          onChange={(event) => setText(event.target.value)}
        />
        {!filters.isWaiting && (
          <Choice<State>
            label={t('money.state')}
            {...(filters.state === undefined ? {} : { value: filters.state })}
            options={[{ value: '', label: t('money.allStates') }, ...states]}
            onChange={(state) => onChange({ ...withText, state })}
          />
        )}
        <Button type="primary" htmlType="submit">
          {t('common.search')}
        </Button>
      </form>
    </>
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
