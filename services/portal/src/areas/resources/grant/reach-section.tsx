import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import { Grantee as GranteeName } from '../resource/grantee.js';
import { useGrants } from '../resource/use-resource.js';
import type { Grantee } from './grant-values.js';
import { useGrantPreview } from './use-grant-previews.js';

interface ReachSectionProps {
  readonly resourceId: string;
  /** Null while it is incomplete. */
  readonly to: Grantee | null;
}

/** The unions that the right in the form would reach: how many, some of them, and which rights reach the same. */
export function ReachSection({ resourceId, to }: ReachSectionProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data, error } = useGrantPreview(resourceId, to);
  return (
    <section className="right is-good" aria-live="polite" aria-labelledby="reach-title">
      <h2 id="reach-title">{t('grants.reach')}</h2>
      {to === null && <p className="hint">{t('grants.reachLater')}</p>}
      {to !== null && error !== null && <Refusal title={t('grants.reachUnknown')} error={error} />}
      {to !== null && data !== undefined && (
        <>
          <p>
            <strong>
              {t('grants.reached', { count: data.reached, shown: number(data.reached), of: number(data.of) })}
            </strong>
          </p>
          {data.examples.length > 0 && (
            <p>
              {t('grants.examples', { names: data.examples.map(({ name }) => name).join(t('grants.comma')) })}
            </p>
          )}
          <Overlaps resourceId={resourceId} overlaps={data.overlaps} />
        </>
      )}
    </section>
  );
}

interface OverlapsProps {
  readonly resourceId: string;
  readonly overlaps: readonly { readonly grantId: string; readonly unions: number }[];
}

function Overlaps({ resourceId, overlaps }: OverlapsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: grants } = useGrants(resourceId);
  const known = overlaps.flatMap(({ grantId, unions }) => {
    const grant = grants?.items.find(({ id }) => id === grantId);
    return grant === undefined ? [] : [{ grant, unions }];
  });
  if (known.length === 0) return null;
  return (
    <>
      <p>{t('grants.overlaps')}</p>
      <ul className="plain-list">
        {known.map(({ grant, unions }) => (
          <li key={grant.id}>
            <GranteeName to={grant.to} /> · {t('grants.unions', { count: unions, shown: number(unions) })}
          </li>
        ))}
      </ul>
      <p className="hint">{t('grants.overlapHint')}</p>
    </>
  );
}
