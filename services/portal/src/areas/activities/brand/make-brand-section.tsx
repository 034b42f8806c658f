import './brand.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Activity } from '../activity/use-activities.js';
import { NameAndStory } from './founder-section.js';

type Values = { readonly name: string; readonly story: string; readonly adoption: 'open' | 'onRequest' };

/** Makes a brand of an activity that went well. */
export function MakeBrandSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="make-brand-title">
      <h2 id="make-brand-title">{t('brand.make.title')}</h2>
      <p className="hint">{t('brand.make.hint')}</p>
      {isOpen ? (
        <MakeForm activity={activity} onBack={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('brand.make.title')}</Button>
      )}
    </section>
  );
}

function MakeForm({ activity, onBack }: { readonly activity: Activity; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCommand('brand', 'post', '/brands');
  return (
    <CommandForm
      command={create}
      name="make-brand"
      input={(values: Values) => ({ body: { activityId: activity.id, ...values } })}
      submit={t('brand.make.save')}
      refused={t('brand.make.notDone')}
      onDone={({ id }) => void navigate(`/brands/${id}`)}
      onCancel={onBack}
      initialValues={{ name: activity.title.slice(0, 100), story: '', adoption: 'open' }}
    >
      <NameAndStory />
    </CommandForm>
  );
}
