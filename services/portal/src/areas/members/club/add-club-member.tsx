import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Refusal } from '../../../kit/states.js';
import { MemberPicker } from '../../../session/member-picker.js';

interface AddClubMemberProps {
  readonly clubId: string;
  readonly onClose: () => void;
}

/** Officers add the members whom they see; others join by themselves. */
export function AddClubMember({ clubId, onClose }: AddClubMemberProps) {
  const { t } = useTranslation();
  const join = useCommand('club', 'post', '/clubs/{clubId}/members');
  return (
    <section className="card" aria-labelledby="add-club-member-title">
      <h2 id="add-club-member-title">{t('club.add')}</h2>
      <p className="hint">{t('club.addHint')}</p>
      <MemberPicker
        label={t('club.find')}
        onlyActive
        onPick={({ personId }) => join.mutate({ clubId, body: { personId } })}
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
