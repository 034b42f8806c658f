import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../kit/input.js';
import { Refusal } from '../kit/states.js';
import { matchedMembers } from './matched-members.js';
import type { Member } from './member-picker.js';
import { linesOf, type Sorted, sortedMatches } from './members-field.model.js';

interface PastedMembersProps {
  readonly fits: (member: Member) => boolean;
  readonly onFound: (members: readonly Member[]) => void;
}

const charactersMax = 100_000;

/** Adds the people of a pasted list of names or numbers, and says of whom it found nobody or several. */
export function PastedMembers({ fits, onFound }: PastedMembersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const lines = linesOf(text);
  const look = useMutation({
    mutationFn: async () => sortedMatches(await matchedMembers(lines), fits),
    onSuccess: ({ found }) => {
      setText('');
      onFound(found);
    },
  });
  return (
    <details>
      <summary>{t('membersField.paste')}</summary>
      <p className="hint">{t('membersField.pasteHint')}</p>
      <TextArea
        rows={5}
        value={text}
        maxLength={charactersMax}
        aria-label={t('membersField.pasteLabel')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={lines.length === 0} loading={look.isPending} onClick={() => look.mutate()}>
        {t('membersField.look', { count: lines.length })}
      </Button>
      {look.isError && <Refusal title={t('common.failed')} error={look.error} />}
      {look.data !== undefined && <Unresolved sorted={look.data} onPick={(member) => onFound([member])} />}
    </details>
  );
}

interface UnresolvedProps {
  readonly sorted: Sorted<Member>;
  readonly onPick: (member: Member) => void;
}

function Unresolved({ sorted: { missing, unfit, several }, onPick }: UnresolvedProps) {
  const { t } = useTranslation();
  const names = (lines: readonly string[]): string => lines.join(t('membersField.comma'));
  return (
    <div aria-live="polite">
      {missing.length > 0 && (
        <p>{t('membersField.missing', { count: missing.length, names: names(missing) })}</p>
      )}
      {unfit.length > 0 && <p>{t('membersField.unfit', { count: unfit.length, names: names(unfit) })}</p>}
      {several.map(({ line, members }) => (
        <fieldset key={line}>
          <legend>{t('membersField.several', { name: line })}</legend>
          <ul className="plain-list found">
            {members.map((member) => (
              <li key={member.id}>
                <Button block onClick={() => onPick(member)}>
                  {member.name} <span className="hint">{member.unionName}</span>{' '}
                  <span className="hint">{member.phone}</span>
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}
