import { useTranslation } from 'react-i18next';
import type { Member } from './member.model.js';

const tagOf = { imported: 'is-closing', active: 'is-published', ended: '' } as const;

export function MemberStateTag({ state }: Pick<Member, 'state'>) {
  const { t } = useTranslation();
  return <span className={`tag ${tagOf[state]}`}>{t(`member.state.${state}`)}</span>;
}
