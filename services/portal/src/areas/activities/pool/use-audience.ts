import { useTranslation } from 'react-i18next';
import type { Pool } from './use-pools.js';

type Audience = Pick<Pool, 'unionId' | 'clubId' | 'sizeClasses' | 'sex'>;

/** In words, for whom the seats of a pool are. @param hasConditions whether the activity is not for everybody */
export function useAudience(hasConditions = false): (pool: Audience) => string {
  const { t } = useTranslation();
  return ({ unionId, clubId, sizeClasses, sex }) => {
    const narrower: string[] = [
      ...(clubId === null ? [] : [t('pool.ofClub')]),
      ...(unionId === null ? [] : [t('pool.ofUnion')]),
      ...(sex === null ? [] : [t(`pool.sexIs.${sex}`)]),
      ...sizeClasses.map((one) => t(`pool.sizeIs.${one}`)),
    ];
    return narrower.length === 0
      ? t(hasConditions ? 'pool.fitting' : 'pool.common')
      : narrower.join(t('common.separator'));
  };
}
