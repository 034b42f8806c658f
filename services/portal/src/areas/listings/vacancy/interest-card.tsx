import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Vacancy } from './vacancy.model.js';

interface InterestValues {
  readonly words?: string;
  readonly phone: string;
}

/** The reader says that they are interested, or sees what became of it and takes it back. */
export function InterestCard({ vacancy }: { readonly vacancy: Vacancy }) {
  if (vacancy.interest !== null) return <OwnInterest vacancy={vacancy} />;
  return vacancy.interestPossible ? <SendInterest vacancy={vacancy} /> : null;
}

function SendInterest({ vacancy: { id: vacancyId, publisherName } }: { readonly vacancy: Vacancy }) {
  const { t } = useTranslation();
  const send = useCommand('vacancyInterest', 'post', '/vacancies/{vacancyId}/interest');
  return (
    <section className="card" aria-labelledby="interest-title">
      <h2 id="interest-title">{t('vacancy.interest')}</h2>
      <p className="hint">{t('vacancy.interestHint', { union: publisherName })}</p>
      <CommandForm
        name="interest"
        draft={`vacancy-interest.${vacancyId}`}
        command={send}
        input={({ words, phone }: InterestValues) => {
          const said = words?.trim() ?? '';
          return { vacancyId, body: { phone: phone.trim(), words: said === '' ? null : said } };
        }}
        submit={t('vacancy.sendInterest')}
        refused={t('vacancy.notSent')}
        confirm={{
          question: t('vacancy.interestQuestion', { union: publisherName }),
          text: t('vacancy.sendInterest'),
        }}
      >
        <Form.Item
          name="phone"
          label={t('vacancy.myPhone')}
          rules={[{ required: true, whitespace: true, message: t('vacancy.phoneRequired') }]}
        >
          <Input maxLength={20} type="tel" autoComplete="tel" />
        </Form.Item>
        <Form.Item name="words" label={t('vacancy.myWords')}>
          <TextArea rows={3} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function OwnInterest({ vacancy: { id: vacancyId, interest } }: { readonly vacancy: Vacancy }) {
  const { t } = useTranslation();
  const withdraw = useCommand('vacancyInterest', 'delete', '/vacancies/{vacancyId}/interest');
  if (interest === null) return null;
  return (
    <section className="card" aria-labelledby="interest-title">
      <h2 id="interest-title">{t('vacancy.myInterest')}</h2>
      <p role="status">{t(`vacancy.interestIs.${interest.state}`)}</p>
      <p className="hint">{t('vacancy.keptFor')}</p>
      {withdraw.isError && <Refusal title={t('vacancy.notTakenBack')} error={withdraw.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('vacancy.takeBackQuestion')}
          confirmText={t('vacancy.takeBack')}
          onConfirm={() => withdraw.mutate({ vacancyId })}
        >
          {t('vacancy.takeBack')}
        </ConfirmButton>
      </div>
    </section>
  );
}
