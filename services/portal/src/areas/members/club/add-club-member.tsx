import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../kit/states.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import { useJoinClub } from './use-club.js';

interface AddClubMemberProps {
  readonly clubId: string;
  readonly onClose: () => void;
}

/** An officer adds whom he sees as a member anyway; others join by themselves. */
export function AddClubMember({ clubId, onClose }: AddClubMemberProps) {
  const { t } = useTranslation();
  const join = useJoinClub(clubId);
  return (
    <section className="card" aria-labelledby="add-club-member-title">
      <h2 id="add-club-member-title">{t('club.add')}</h2>
      <p className="hint">{t('club.addHint')}</p>
      <MemberPicker
        label={t('club.find')}
        onlyActive
        onPick={({ personId }: Member) => join.mutate(personId)}
      />
      <div role="status" aria-live="polite" aria-busy={join.isPending}>
        {join.isSuccess && (
          <Alert
            type="success"
            showIcon
            className="notice"
            title={t('club.added', { name: join.data.name })}
          />
        )}
      </div>
      {join.isError && <Refusal title={t('club.refused')} error={join.error} />}
      <div className="actions">
        <Button onClick={onClose}>{t('club.close')}</Button>
      </div>
    </section>
  );
}
