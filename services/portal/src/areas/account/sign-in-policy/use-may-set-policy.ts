import { useMe } from '../../../session/use-session.js';

const rootPath = '1.';

/** Officers and operators of the federation itself. */
export function useMaySetPolicy(): boolean {
  const { data: me } = useMe();
  return (me?.roles ?? []).some(
    ({ role, path }) => path === rootPath && (role === 'officer' || role === 'operator'),
  );
}
