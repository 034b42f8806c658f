import { useMemberName } from './use-member-name.js';

interface MemberNameProps {
  readonly personId: string | null;
  /** As the platform names them to everybody who sees the page. */
  readonly mask: string;
}

/** What a member is called; see {@link useMemberName}. */
export function MemberName({ personId, mask }: MemberNameProps) {
  return <>{useMemberName(personId, mask)}</>;
}
