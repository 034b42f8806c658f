import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { MemberName } from '../../../session/member-name.js';
import type { MatterKind } from '../../../session/use-delegated.js';
import { DelegationLine } from './delegation-line.js';

const DelegateForm = lazyPart('DelegateForm', () => import('./delegate-form.js'), { rows: 5 });

interface DelegationSectionProps {
  readonly matterKind: MatterKind;
  readonly matterId: string;
}

/** Who acts in one activity, or in the name of one party; those who may, delegate it and take it back here. */
export function DelegationSection({ matterKind, matterId }: DelegationSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const matter = { matterKind, matterId };
  const list = useList('delegation', '/delegations', matter);
  const words = matterKind === 'activity' ? 'activity' : 'party';
  return (
    <section className="card" aria-labelledby="delegations-title">
      <h2 id="delegations-title">{t(`delegation.title.${words}`)}</h2>
      <p className="hint">{t(`delegation.hint.${words}`)}</p>
      <PagedList list={list} empty={{ text: t(`delegation.none.${words}`) }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((one) => (
              <DelegationLine
                key={one.id}
                delegation={one}
                title={
                  <MemberName personId={one.personId} mask={one.maskedName ?? t('delegation.unknown')} />
                }
              />
            ))}
          </ul>
        )}
      </PagedList>
      {list.first?.mayDelegate === true && (
        <>
          <Preload part={DelegateForm} />
          {isOpen ? (
            <DelegateForm {...matter} onClose={() => setIsOpen(false)} />
          ) : (
            <div className="actions">
              <Button onClick={() => setIsOpen(true)}>{t(`delegation.give.${words}`)}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
