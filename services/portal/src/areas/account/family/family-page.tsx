import '../../../kit/styles/acted-lines.css';
import './family.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { Relative } from '../../activities/registration/use-family.js';
import { RelativeForm } from './relative-form.js';
import { RelativeLine } from './relative-line.js';

/** Whom the reader brings along: kept by them, so that a sign-up names each by one tap. */
export function FamilyPage() {
  const { t } = useTranslation();
  const family = useRead('family', '/me/companions', {});
  return (
    <>
      <PageHead title={t('family.title')} back="/account" />
      <p>{t('family.intro')}</p>
      <Loaded query={family}>{({ items }) => <Family items={items} />}</Loaded>
    </>
  );
}

function Family({ items }: { readonly items: readonly Relative[] }) {
  const { t } = useTranslation();
  const kept = items.filter(({ id }) => id !== null);
  const brought = items.filter(({ id }) => id === null);
  return (
    <>
      <section className="card" aria-labelledby="kept-title">
        <h2 id="kept-title">{t('family.kept')}</h2>
        {kept.length === 0 && <p className="hint">{t('family.none')}</p>}
        <ul className="plain-list acted-lines family-lines">
          {kept.map((relative) => (
            <RelativeLine key={relative.id} relative={relative} />
          ))}
        </ul>
        <AddRelative />
      </section>
      {brought.length > 0 && (
        <section className="card" aria-labelledby="brought-title">
          <h2 id="brought-title">{t('family.brought')}</h2>
          <p className="hint">{t('family.broughtHint')}</p>
          <ul className="plain-list acted-lines family-lines">
            {brought.map((relative) => (
              <RelativeLine key={relative.name} relative={relative} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function AddRelative() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const keep = useCommand('family', 'post', '/me/companions');
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('family.add')}</Button>;
  return (
    <RelativeForm
      command={keep}
      input={(body) => ({ body })}
      submit={t('family.keep')}
      onClose={() => setIsOpen(false)}
    />
  );
}
