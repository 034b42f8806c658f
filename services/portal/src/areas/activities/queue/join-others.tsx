import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';

/** Takes places for members who cannot do so themselves, one after the other. */
export function JoinOthers({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [joined, setJoined] = useState<readonly Member[]>([]);
  const join = useCommand('queue', 'post', '/activities/{activityId}/queue-places');
  const add = (member: Member): void =>
    join.mutate(
      { activityId, body: { personId: member.personId } },
      { onSuccess: () => setJoined((before) => [...before.filter(({ id }) => id !== member.id), member]) },
    );
  return (
    <section className="card" aria-labelledby="queue-others">
      <h2 id="queue-others">{t('queue.settings.forOthers')}</h2>
      <p className="hint">{t('queue.settings.forOthersHint')}</p>
      <MemberPicker label={t('queue.settings.member')} onlyActive onPick={add} />
      {join.isError && <Refusal title={t('queue.settings.notJoined')} error={join.error} />}
      <ul role="status" className="plain-list">
        {joined.map(({ id, name, unionName }) => (
          <li key={id}>{t('queue.settings.joinedFor', { name, union: unionName })}</li>
        ))}
      </ul>
    </section>
  );
}
