import './voters-field.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { Voter } from './new-vote.js';
import { votersMax } from './vote.model.js';

const MemberPicker = lazyPart('MemberPicker', () => import('../../../session/member-picker.js'), { rows: 1 });

interface VotersFieldProps {
  readonly value?: readonly Voter[];
  readonly onChange?: (voters: readonly Voter[]) => void;
}

/** Who may vote, found one by one. */
export function VotersField({ value = [], onChange }: VotersFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="voters">
      {value.length > 0 && (
        <>
          <p className="hint" role="status">
            {t('vote.votersCount', { count: value.length })}
          </p>
          <ul>
            {value.map(({ personId, name }) => (
              <li key={personId}>
                <span>{name}</span>
                <Button
                  aria-label={t('vote.removeVoter', { name })}
                  onClick={() => onChange?.(value.filter((one) => one.personId !== personId))}
                >
                  {t('vote.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {value.length < votersMax && (
        <MemberPicker
          label={t('vote.addVoter')}
          onlyActive
          onPick={({ personId, name }) => {
            if (!value.some((one) => one.personId === personId)) onChange?.([...value, { personId, name }]);
          }}
        />
      )}
    </div>
  );
}
