import '../../../kit/styles/ledger.css';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { BookkeepingUses } from './bookkeeping-uses.js';
import type { BookkeepingMandate, Side } from './bookkeeping.model.js';

const sides = ['given', 'taken'] as const satisfies Side[];

/** The mandates to keep books that one's unions gave and took, with links to the pages and the record of use. */
export function BookkeepingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const side = sides.find((one) => one === search.get('side'));
  const inForce = search.get('all') === null;
  const mandates = useList('mandate', '/bookkeeping-mandates', {
    ...(side === undefined ? {} : { side }),
    ...(inForce ? { inForce } : {}),
  });
  const put = (name: string, value: string | null): void => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  return (
    <>
      <PageHead title={t('app.page.bookkeeping')} />
      <p className="hint">{t('bookkeeping.intro')}</p>
      <p>
        <Link to="/mandates">{t('bookkeeping.giveOrEnd')}</Link>
      </p>
      <div className="money-filters">
        <Choice<Side>
          label={t('bookkeeping.side')}
          value={side}
          options={[
            { value: '', label: t('bookkeeping.both') },
            ...sides.map((value) => ({ value, label: t(`bookkeeping.sideIs.${value}`) })),
          ]}
          onChange={(value) => put('side', value ?? null)}
        />
      </div>
      <p>
        <Checkbox checked={!inForce} onChange={({ target }) => put('all', target.checked ? '1' : null)}>
          {t('bookkeeping.endedToo')}
        </Checkbox>
      </p>
      <PagedList list={mandates} empty={{ text: t('bookkeeping.none') }}>
        {(items) => items.map((mandate) => <MandateCard key={mandate.id} mandate={mandate} />)}
      </PagedList>
    </>
  );
}

function MandateCard({ mandate }: { readonly mandate: BookkeepingMandate }) {
  const { t } = useTranslation();
  const { period, money, instant } = useFormat();
  const [showsUses, setShowsUses] = useState(false);
  const { fromUnionName: from, toUnionName: to, state, entryLimit, revokedAt } = mandate;
  return (
    <article className="card">
      <div className="line-head">
        <h2>{t('bookkeeping.line', { from, to })}</h2>
        <span className={`tag ${state === 'active' ? 'is-published' : ''}`}>
          {t(`bookkeeping.state.${state}`)}
        </span>
      </div>
      <p>{t('bookkeeping.term', { period: period(mandate.from, mandate.until) })}</p>
      <p>
        {entryLimit === null
          ? t('bookkeeping.noLimit')
          : t('bookkeeping.limit', { amount: money(entryLimit) })}
      </p>
      {revokedAt !== null && <p className="hint">{t('bookkeeping.revoked', { time: instant(revokedAt) })}</p>}
      {mandate.mayAct && <MandateLinks mandate={mandate} />}
      <Button aria-expanded={showsUses} onClick={() => setShowsUses(!showsUses)}>
        {t('bookkeeping.uses')}
      </Button>
      {showsUses && <BookkeepingUses mandate={mandate} />}
    </article>
  );
}

/** Links to the pages of the other union, which the mandate opens. */
function MandateLinks({
  mandate: { fromUnionId, fromUnionName: union },
}: {
  readonly mandate: BookkeepingMandate;
}) {
  const { t } = useTranslation();
  const today = new Date();
  const dayOf = (date: Date): string => date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const period = { from: `${dayOf(today).slice(0, 4)}-01-01`, to: dayOf(today) };
  const links = [
    { to: '/cost-pools', key: 'pools' },
    { to: '/payments', key: 'payments' },
    { to: `/statements?${new URLSearchParams({ union: fromUnionId, ...period })}`, key: 'statement' },
  ] as const;
  return (
    <ul className="plain-list">
      {links.map(({ to, key }) => (
        <li key={key}>
          <p>
            <Link to={to}>{t(`bookkeeping.door.${key}`, { union })}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
