import { useTranslation } from 'react-i18next';
import { type ServiceReferences, silentOf, sumOf } from './merge.model.js';

/** In words what a merge moves, what stays and is found, and what cannot be undone. */
export function MergeReferences({ services }: { readonly services: readonly ServiceReferences[] }) {
  const { t } = useTranslation();
  const silent = silentOf(services);
  const counts = sumOf(services);
  const warnings = services.flatMap((one) => one.warnings);
  return (
    <>
      {silent.length > 0 && (
        <p role="alert">
          {t('memberMerge.silent', {
            services: silent.map((one) => t(`memberMerge.services.${one}`)).join(t('memberMerge.listComma')),
          })}
        </p>
      )}
      {counts.length === 0 && silent.length === 0 && <p>{t('memberMerge.nothing')}</p>}
      <ul>
        {counts.map(({ kind, moving, resolving, clashing }) => (
          <li key={kind}>
            <strong>{t(`memberMerge.kinds.${kind}`)}</strong>{' '}
            {[
              moving > 0 && t('memberMerge.moving', { count: moving }),
              resolving > 0 && t('memberMerge.resolving', { count: resolving }),
              clashing > 0 && t('memberMerge.clashing', { count: clashing }),
            ]
              .filter((part) => part !== false)
              .join(t('memberMerge.listComma'))}
          </li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <>
          <h3>{t('memberMerge.before')}</h3>
          <ul>
            {warnings.map(({ warning, count }) => (
              <li key={warning}>{t(`memberMerge.warnings.${warning}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
