import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { ReadAgain } from '../../../kit/read-again.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
// The page to which this form leads shows it.
import '../activity/copied-notice.js';
import { useOwnParties } from '../../../session/use-own-parties.js';
import type { Brand } from './brand.model.js';

interface Values {
  readonly organiser?: string;
  readonly startsAt?: string;
  readonly venue?: string;
  readonly keepDay?: boolean;
}

/** Makes the draft of an edition; the founder gets a notice. */
export function AdoptSection({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="adopt-title">
      <h2 id="adopt-title">{t('brand.adopt.title')}</h2>
      <p className="hint">{t('brand.adopt.hint', { union: brand.founder.name })}</p>
      {isOpen ? (
        <AdoptForm brand={brand} onBack={() => setIsOpen(false)} />
      ) : (
        <Button type="primary" onClick={() => setIsOpen(true)}>
          {t('brand.adopt.open')}
        </Button>
      )}
    </section>
  );
}

function AdoptForm({ brand, onBack }: { readonly brand: Brand; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { parties, isFailed, readAgain } = useOwnParties();
  const unions = parties.filter(({ kind }) => kind === 'union');
  const adopt = useCommand('brand', 'post', '/brands/{brandId}/adopt');
  return (
    <CommandForm
      command={adopt}
      name="adopt"
      input={({ organiser, startsAt, venue, keepDay }: Values) => ({
        brandId: brand.id,
        body: {
          organiser: { kind: 'union' as const, id: organiser ?? unions[0]?.id ?? '' },
          startsAt: instantOf(startsAt ?? ''),
          venue: (venue ?? '').trim() || null,
          keepDay: keepDay ?? false,
        },
      })}
      submit={t('brand.adopt.make')}
      refused={t('brand.adopt.notDone')}
      onDone={({ activity, moved, holidaysUnknown, invite }) =>
        void navigate(`/activities/${activity.id}/edit`, {
          state: { copied: { moved, holidaysUnknown, invite, wasLent: false } },
        })
      }
      onCancel={onBack}
    >
      <ReadAgain isFailed={isFailed} onRetry={readAgain} />
      <Fields unions={unions} />
    </CommandForm>
  );
}

function Fields({ unions }: { readonly unions: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="organiser" label={t('brand.adopt.organiser')} initialValue={unions[0]?.id}>
        <Choice options={unions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="startsAt"
        label={t('brand.adopt.startsAt')}
        rules={[{ required: true, message: t('brand.adopt.startsRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="venue" label={t('activity.venue')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="keepDay" valuePropName="checked">
        <Checkbox>{t('copying.keepDay')}</Checkbox>
      </Form.Item>
    </>
  );
}
