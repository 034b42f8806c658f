import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnionName } from './use-unions.js';

/** The name of a union, as a link to its page. */
export function UnionName({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const name = useUnionName(unionId);
  return (
    <Link to={`/unions/${unionId}`} className="cell-link">
      {name ?? t('common.loading')}
    </Link>
  );
}
