import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { MatterKind } from '../../../session/use-delegated.js';
import { DelegationLine } from './delegation-line.js';

const addresses: Readonly<Record<Exclude<MatterKind, 'person'>, string>> = {
  activity: '/activities',
  club: '/parties/clubs',
  enterprise: '/parties/enterprises',
  organisation: '/parties/organisations',
};

/** What was delegated to the reader, by whom, and until when; they may give it back. */
export function OwnDelegations() {
  const { t } = useTranslation();
  const list = useList('delegation', '/me/delegations', {});
  return (
    <>
      <p className="hint">{t('delegation.ownHint')}</p>
      <PagedList list={list} empty={{ text: t('delegation.noneOwn') }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((one) => (
              <DelegationLine
                key={one.id}
                delegation={one}
                title={<MatterName kind={one.matterKind} id={one.matterId} name={one.matterName} />}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

interface MatterNameProps {
  readonly kind: MatterKind;
  readonly id: string;
  readonly name: string;
}

/** People have no page. */
function MatterName({ kind, id, name }: MatterNameProps) {
  const { t } = useTranslation();
  const words = t(`delegation.kind.${kind}`, { name });
  return kind === 'person' ? words : <Link to={`${addresses[kind]}/${id}`}>{words}</Link>;
}
