import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { unionQuery } from '../../../session/use-may-manage.js';

type Me = components['schemas']['MeView'];

/** Name, union, login and roles. */
export function AccountFacts({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="who-title">
      <div className="page-head">
        <h2 id="who-title">{me.name}</h2>
        <ButtonLink to="/my/card">{t('account.toCard')}</ButtonLink>
      </div>
      <dl className="facts">
        <dt>{t('account.union')}</dt>
        <dd>{me.unionName ?? t('account.noUnion')}</dd>
        {me.employmentKind !== null && (
          <>
            <dt>{t('account.employment')}</dt>
            <dd>{t(`employmentIs.${me.employmentKind}`)}</dd>
          </>
        )}
        <dt>{t('account.login')}</dt>
        <dd>{me.account ?? t('account.noLogin')}</dd>
        {me.roles.length > 0 && <Offices me={me} />}
      </dl>
    </section>
  );
}

/** Grants have the id of a union; the name of the person's own is known, the others are read. */
function Offices({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const unionIds = [...new Set(me.roles.map(({ unionId }) => unionId))];
  const unions = useQueries({
    queries: unionIds.map((unionId) => unionQuery(unionId === me.unionId ? undefined : unionId)),
  });
  const lines = unionIds.map((unionId, index) => {
    const union = unionId === me.unionId ? me.unionName : unions[index]?.data?.name;
    const roles = me.roles
      .filter((grant) => grant.unionId === unionId)
      .map(({ role }) => t(`account.role.${role}`))
      .join(t('common.separator'));
    return { unionId, text: union ? t('account.officesAt', { union, roles }) : roles };
  });
  return (
    <>
      <dt>{t('account.offices')}</dt>
      <dd>
        <ul className="plain-list">
          {lines.map(({ unionId, text }) => (
            <li key={unionId}>{text}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
