import { useTranslation } from 'react-i18next';
import type { Grant, Party } from './resource-filters.js';
import { usePartyName } from './use-names.js';

type To = Grant['to'];

/** Whom a right reaches, in words. */
export function Grantee({ to }: { readonly to: To }) {
  const { t } = useTranslation();
  const sizes = (to.onlySizes ?? []).map((size) => t(`resource.grant.size.${size}`));
  const exceptions = (to.exceptUnionIds ?? []).length;
  return (
    <>
      <Named to={to} />
      {sizes.length > 0 && t('grants.toOnly', { sizes: sizes.join(t('grants.comma')) })}
      {exceptions > 0 && t('grants.toExcept', { count: exceptions })}
    </>
  );
}

function Named({ to }: { readonly to: To }) {
  const { t } = useTranslation();
  const party = partyOf(to);
  if (party !== null) return <NamedParty kind={to.kind} party={party} />;
  if (to.sizeClass) return t('resource.grant.toSize', { size: t(`resource.grant.size.${to.sizeClass}`) });
  if (to.kind !== 'neighbours') return t('resource.grant.toEveryone');
  const km = to.neighbours?.withinKm ?? null;
  return km === null ? t('grants.toPark') : t('grants.toNear', { km });
}

function NamedParty({ kind, party }: { readonly kind: To['kind']; readonly party: Party }) {
  const { t } = useTranslation();
  const name = usePartyName(party);
  if (kind === 'subtree') return t('resource.grant.toSubtree', { name });
  if (kind === 'club') return t('grants.toClub', { name });
  return party.kind === 'union' ? name : t('grants.toParty', { name });
}

function partyOf({ unionId, party, clubId }: To): Party | null {
  if (unionId) return { kind: 'union', id: unionId };
  if (clubId) return { kind: 'club', id: clubId };
  return party ?? null;
}
