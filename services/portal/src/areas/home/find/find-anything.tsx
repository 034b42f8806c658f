import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Input } from '../../../kit/input.js';
import { useKeptList } from '../../../kit/kept-list.js';
import { foundPages } from './found-pages.model.js';
import { type Choice, type ChoiceGroup, useFoundThings } from './use-found-things.js';
import { useFindablePages } from './use-findable-pages.js';

/** What was opened from here, kept as `address title`, is offered first the next time. */
const recentMax = 6;

interface FindAnythingProps {
  readonly onDone: () => void;
}

/** One field that finds pages and things; the arrow keys choose, Enter opens. */
export function FindAnything({ onDone }: FindAnythingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const [recent, keepRecent] = useKeptList('found');
  const { groups, status } = useChoices(text, recent);
  const choices = groups.flatMap((group) => group.choices);
  const open = ({ to, name }: Choice): void => {
    const line = `${to} ${name}`;
    keepRecent([line, ...recent.filter((one) => one !== line)].slice(0, recentMax));
    onDone();
    void navigate(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const chosen = choices[marked];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setMarked((marked + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && chosen !== undefined && !event.nativeEvent.isComposing) open(chosen);
  };
  return (
    <div className="find-anything">
      <Input
        autoFocus
        type="search"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={id}
        aria-activedescendant={choices.length === 0 ? undefined : `${id}-${marked}`}
        aria-label={t('app.find')}
        placeholder={t('finder.placeholder')}
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('finder.results')}>
        {groups.map((group) => (
          <Choices
            key={group.key}
            group={group}
            idOf={(choice) => `${id}-${choices.indexOf(choice)}`}
            marked={choices[marked]}
            onOpen={open}
          />
        ))}
      </div>
      <p role="status" className="hint">
        {status}
      </p>
    </div>
  );
}

function useChoices(
  text: string,
  recent: readonly string[],
): { readonly groups: readonly ChoiceGroup[]; readonly status: string } {
  const { t } = useTranslation();
  const pages = useFindablePages();
  const things = useFoundThings(text.trim());
  if (text.trim() === '') {
    const choices = recent.map((line): Choice => ({
      to: line.slice(0, line.indexOf(' ')),
      name: line.slice(line.indexOf(' ') + 1),
    }));
    return {
      groups: choices.length === 0 ? [] : [{ key: 'recent', title: t('finder.recent'), choices }],
      status: t('finder.hint'),
    };
  }
  const found = foundPages(pages, text).map(({ to, name }): Choice => ({ to, name }));
  const ofPages = found.length === 0 ? [] : [{ key: 'pages', title: t('finder.pages'), choices: found }];
  const groups = [...ofPages, ...things.groups];
  const isEmpty = groups.length === 0 && !things.isOnItsWay && things.status === '';
  return { groups, status: isEmpty ? t('finder.nothing', { text: text.trim() }) : things.status };
}

interface ChoicesProps {
  readonly group: ChoiceGroup;
  readonly idOf: (choice: Choice) => string;
  readonly marked: Choice | undefined;
  readonly onOpen: (choice: Choice) => void;
}

function Choices({ group: { title, choices }, idOf, marked, onOpen }: ChoicesProps) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId}>
      <p id={headingId} className="hint">
        {title}
      </p>
      {choices.map((choice) => (
        <div
          key={choice.to}
          id={idOf(choice)}
          role="option"
          tabIndex={-1}
          aria-selected={choice === marked}
          onClick={() => onOpen(choice)}
        >
          <span>{choice.name}</span>
          {choice.detail !== undefined && <span className="hint">{choice.detail}</span>}
        </div>
      ))}
    </div>
  );
}
