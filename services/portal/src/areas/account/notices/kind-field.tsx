import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { isRefusable, type Kind, kindGroups, type KindView, withRefused } from './preference.model.js';

interface KindFieldProps {
  readonly kinds: readonly KindView[];
  /** Those that are refused. */
  readonly value?: readonly Kind[];
  readonly onChange?: (refused: readonly Kind[]) => void;
}

/** The kinds of notices, of which those that are ticked stay in the inbox. What is looked for is unfolded. */
export function KindField({ kinds, value = [], onChange }: KindFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const groups = kindGroups(kinds, words);
  const count = groups.reduce((sum, group) => sum + group.kinds.length, 0);
  return (
    <>
      <Input
        type="search"
        value={words}
        maxLength={60}
        autoComplete="off"
        aria-label={t('noticeSettings.findKind')}
        placeholder={t('noticeSettings.findKind')}
        onChange={({ target }) => setWords(target.value)}
        onPressEnter={(event) => event.preventDefault()}
      />
      <p role="status" className="hint">
        {t('noticeSettings.found', { count })}
      </p>
      {groups.map((group) => (
        <details key={group.urgency} open={words.trim() !== ''}>
          <summary>{t(`noticeSettings.group.${group.urgency}`, { count: group.kinds.length })}</summary>
          <ul className="plain-list notice-kinds">
            {group.kinds.filter(isRefusable).map(({ kind, heading }) => (
              <li key={kind}>
                <Checkbox
                  checked={value.includes(kind)}
                  onChange={({ target }) => onChange?.(withRefused(value, kind, target.checked))}
                >
                  {heading}
                </Checkbox>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
