import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { type FormFacts, RegistrationForm } from './registration-form.js';

type FormReason = components['schemas']['PrintRegistrationForms']['reason'];
const reasons = ['admission', 'moving', 'filing', 'inspection'] as const satisfies readonly FormReason[];

/** The forms of the members in the address: shown once an officer has said for what, as each look is told to its person. */
export function RegistrationFormPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [forms, setForms] = useState<readonly FormFacts[]>([]);
  const memberIds = search.getAll('member');
  const [first = ''] = memberIds;
  return (
    <div className="forms-on-paper">
      <DetailPage
        title={t('registrationForm.title')}
        back={memberIds.length === 1 ? `/members/${first}` : '/members'}
      >
        <section className="card" aria-label={t('registrationForm.title')}>
          {memberIds.length === 0 ? (
            <p>{t('registrationForm.nobody')}</p>
          ) : (
            <AskForForms memberIds={memberIds} onMade={setForms} />
          )}
          {forms.length > 0 && (
            <>
              <p role="status">{t('registrationForm.ready', { count: forms.length })}</p>
              <Button type="primary" onClick={() => window.print()}>
                {t('registrationForm.print')}
              </Button>
            </>
          )}
        </section>
      </DetailPage>
      {forms.map((facts) => (
        <RegistrationForm key={facts.memberId} facts={facts} />
      ))}
    </div>
  );
}

interface AskForFormsProps {
  readonly memberIds: string[];
  readonly onMade: (forms: readonly FormFacts[]) => void;
}

function AskForForms({ memberIds, onMade }: AskForFormsProps) {
  const { t } = useTranslation();
  const print = useCommand('registrationForm', 'post', '/members/registration-forms');
  return (
    <>
      <p className="hint">{t('registrationForm.hint')}</p>
      <CommandForm
        name="registration-forms"
        secondary
        command={print}
        input={({ reason }: { readonly reason: FormReason }) => ({ body: { memberIds, reason } })}
        submit={t('registrationForm.show')}
        refused={t('registrationForm.refused')}
        done={null}
        onDone={(made) => onMade(made.forms)}
      >
        <Form.Item
          name="reason"
          label={t('registrationForm.reason')}
          rules={[{ required: true, message: t('registrationForm.reasonRequired') }]}
        >
          <Choice<FormReason>
            options={[
              { value: '', label: t('registrationForm.reasonRequired') },
              ...reasons.map((value) => ({ value, label: t(`registrationForm.reasonIs.${value}`) })),
            ]}
          />
        </Form.Item>
      </CommandForm>
    </>
  );
}
