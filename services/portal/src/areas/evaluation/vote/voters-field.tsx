import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import type { Voter } from './new-vote.js';
import { votersMax } from './vote.model.js';

const MembersField = lazyPart('MembersField', () => import('../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

interface VotersFieldProps {
  readonly id?: string;
  readonly value?: readonly Voter[];
  readonly onChange?: (voters: readonly Voter[]) => void;
}

/** Who may vote: full members with an account. */
export function VotersField(props: VotersFieldProps) {
  const { t } = useTranslation();
  return (
    <MembersField
      {...props}
      label={t('vote.addVoter')}
      max={votersMax}
      roles={['officer']}
      onlyActive
      onlyFull
    />
  );
}
