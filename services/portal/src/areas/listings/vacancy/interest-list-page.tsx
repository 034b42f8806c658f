import '../../../kit/styles/card-list.css';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import type { VacancyInterest, VacancyInterestState } from './vacancy.model.js';

const states = ['sent', 'contacted', 'hired', 'declined'] as const satisfies readonly VacancyInterestState[];

/** Who is interested, for officers of the union that has published the vacancy. */
export function InterestListPage() {
  const { t } = useTranslation();
  const { vacancyId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  return (
    <ListPage
      title={t('vacancy.interests')}
      back={`/vacancies/${vacancyId}`}
      intro={<p className="hint">{t('vacancy.interestsHint')}</p>}
      filters={
        <Choice<VacancyInterestState>
          label={t('vacancy.interestState')}
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('vacancy.anyState') },
            ...states.map((value) => ({ value, label: t(`vacancy.interestWord.${value}`) })),
          ]}
          onChange={(value) => setSearch(searchOf(value === undefined ? {} : { state: value }))}
        />
      }
      list={useList('vacancyInterest', '/vacancies/{vacancyId}/interests', {
        vacancyId,
        ...(state === undefined ? {} : { state }),
      })}
      empty={{ text: t('vacancy.nobody') }}
    >
      {(interests) => (
        <ul className="card-list in-columns">
          {interests.map((interest) => (
            <InterestItem key={interest.id} interest={interest} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function InterestItem({ interest }: { readonly interest: VacancyInterest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, unionName, phone, words, state, sentAt } = interest;
  return (
    <li className="card">
      <h2>{name}</h2>
      <div className="tags">
        <span className="tag is-kind">{t(`vacancy.interestWord.${state}`)}</span>
      </div>
      <p>
        <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
      </p>
      {words !== null && <p>{words}</p>}
      <p className="hint">
        {t('vacancy.sentBy', { union: unionName ?? t('vacancy.noUnion'), at: format.instant(sentAt) })}
      </p>
      <Answers interest={interest} />
    </li>
  );
}

function Answers({
  interest: { id: interestId, version, state, name },
}: {
  readonly interest: VacancyInterest;
}) {
  const { t } = useTranslation();
  const answer = useCommand('vacancyInterest', 'post', '/vacancy-interests/{interestId}/answer');
  if (state === 'hired' || state === 'declined') return null;
  const possible =
    state === 'sent' ? (['contacted', 'hired', 'declined'] as const) : (['hired', 'declined'] as const);
  return (
    <>
      {answer.isError && <Refusal title={t('vacancy.notAnswered')} error={answer.error} />}
      <div className="actions">
        {possible.map((one) => (
          <ConfirmButton
            key={one}
            loading={answer.isPending}
            aria-label={t('vacancy.answerFor', { answer: t(`vacancy.answer.${one}`), name })}
            question={t('vacancy.answerQuestion', { answer: t(`vacancy.answer.${one}`), name })}
            confirmText={t(`vacancy.answer.${one}`)}
            onConfirm={() => answer.mutate({ interestId, version, body: { answer: one } })}
          >
            {t(`vacancy.answer.${one}`)}
          </ConfirmButton>
        ))}
      </div>
    </>
  );
}
