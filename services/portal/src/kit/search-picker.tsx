import './search-picker.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from './input.js';
import { Refusal } from './states.js';
import { useDebounced } from './use-debounced.js';

interface SearchPickerProps<Item> {
  readonly id?: string;
  /** Names the field where no label stands beside it. */
  readonly label?: string;
  /** Says what may be typed, where it is more than a name. */
  readonly placeholder?: string;
  /** Begins with the noun, as all keys; its own for each kind of `Item`. */
  readonly queryKey: readonly unknown[];
  readonly search: (q: string, signal: AbortSignal) => Promise<readonly Item[]>;
  readonly itemKey: (item: Item) => string;
  readonly itemText: (item: Item) => ReactNode;
  readonly onPick: (item: Item) => void;
}

/** Finds something by its name and hands over the one that is tapped; nobody types an id. */
export function SearchPicker<Item>(props: SearchPickerProps<Item>) {
  const { id, label, placeholder, queryKey, search, itemKey, itemText, onPick } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  const found = useQuery({
    queryKey: [...queryKey, q],
    queryFn: ({ signal }) => search(q, signal),
    enabled: q !== '',
  });
  const pick = (item: Item): void => {
    setText('');
    onPick(item);
  };
  return (
    <div className="search-picker">
      <Input
        type="search"
        value={text}
        maxLength={100}
        autoComplete="off"
        placeholder={placeholder ?? t('common.typeToSearch')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => event.preventDefault()}
        {...(id === undefined ? {} : { id })}
        aria-label={label}
      />
      <div aria-live="polite">
        {q !== '' && found.isPending && <p className="hint">{t('common.loading')}</p>}
        {found.isError && <Refusal title={t('common.failed')} error={found.error} />}
        {found.data?.length === 0 && <p className="hint">{t('common.nothingFound')}</p>}
        <ul className="plain-list found">
          {text.trim() !== '' &&
            (found.data ?? []).map((item) => (
              <li key={itemKey(item)}>
                <Button block onClick={() => pick(item)}>
                  {itemText(item)}
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
}

interface PickedProps {
  readonly id?: string | undefined;
  /** Undefined while it is on its way. */
  readonly name: ReactNode;
  /** What the button says, where it is not “choose another”. */
  readonly clear?: string;
  readonly onClear: () => void;
}

/** What was picked, in the place of the picker. */
export function Picked({ id, name, clear, onClear }: PickedProps) {
  const { t } = useTranslation();
  return (
    <p className="picked">
      <strong>{name ?? t('common.loading')}</strong>
      <Button {...(id === undefined ? {} : { id })} onClick={onClear}>
        {clear ?? t('common.chooseAnother')}
      </Button>
    </p>
  );
}
