import { lazyPart } from '../../../kit/lazy-part.js';
import type { Voter } from './new-vote.js';

const MembersField = lazyPart('MembersField', () => import('../../../session/members-field.js'), {
  rows: 3,
  texts: ['membersField'],
});

interface PeopleFieldProps {
  readonly id?: string;
  readonly value?: readonly Voter[];
  readonly onChange?: (people: readonly Voter[]) => void;
  readonly label: string;
  readonly max: number;
  /** Voters need an account, candidates do not. */
  readonly onlyActive?: boolean;
}

/** Who may vote, and who stands: full members, as retained ones do neither. */
export function PeopleField(props: PeopleFieldProps) {
  return <MembersField {...props} roles={['officer']} onlyFull />;
}
