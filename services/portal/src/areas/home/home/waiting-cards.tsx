import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { type CardSpec, cardsFor } from './home-cards.js';
import { WaitingLine } from './waiting-line.js';
import { byDeadline, inOrder, type Waiting } from './waiting.model.js';

const shownMax = 5;

interface Card {
  readonly spec: CardSpec;
  readonly items: readonly Waiting[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * A card for each kind of thing that may wait; one that fails does not affect the others. Seats and loans that lie ahead,
 * and need no action now, are listed below.
 */
export function WaitingCards() {
  const { t } = useTranslation();
  const all = useCards();
  const cards = all.map((card) => withItems(card, ({ isAhead }) => isAhead !== true));
  const ahead = all.flatMap(({ items = [] }) => items.filter(({ isAhead }) => isAhead === true));
  const isQuiet = ({ items, error }: Card): boolean => items?.length === 0 && error === null;
  return (
    <>
      <section aria-labelledby="waiting-title">
        <h2 id="waiting-title">{t('home.waiting')}</h2>
        {inOrder(cards)
          .filter((card) => !isQuiet(card))
          .map((card) => (
            <OneCard key={card.spec.key} card={card} />
          ))}
        <Quiet cards={cards.filter(isQuiet)} isAll={cards.every(isQuiet)} />
      </section>
      {ahead.length > 0 && <Ahead items={ahead} />}
    </>
  );
}

function withItems(card: Card, isShown: (item: Waiting) => boolean): Card {
  return { ...card, items: card.items?.filter(isShown) };
}

/** The reader's seats and loans: their times, and the links to their codes. */
function Ahead({ items }: { readonly items: readonly Waiting[] }) {
  const { t } = useTranslation();
  return (
    <section className="card waiting" aria-labelledby="ahead-title">
      <h2 id="ahead-title">{t('home.ahead')}</h2>
      <ul className="plain-list">
        {byDeadline(items)
          .slice(0, shownMax)
          .map((item) => (
            <WaitingLine key={item.id} item={item} />
          ))}
      </ul>
      {items.length > shownMax && (
        <Link to="/my" className="back">
          {t('home.all', { count: items.length, title: t('home.ahead') })}
        </Link>
      )}
    </section>
  );
}

function useCards(): readonly Card[] {
  const { holds } = useOffices();
  const specs = cardsFor(holds);
  const answers = useQueries({
    queries: specs.map(({ queryKey, load }) => ({
      queryKey,
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => load(signal),
    })),
  });
  return specs.map((spec, index) => {
    const answer = answers[index];
    const retry = (): void => void answer?.refetch();
    return { spec, items: answer?.data, error: answer?.error ?? null, retry };
  });
}

function OneCard({ card: { spec, items, error, retry } }: { readonly card: Card }) {
  const { t } = useTranslation();
  const title = t(`home.card.${spec.key}`);
  const id = `card-${spec.key}`;
  return (
    <section className="card waiting" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {items === undefined && error === null && <LoadingState rows={1} />}
      {items !== undefined && (
        <ul className="plain-list">
          {byDeadline(items)
            .slice(0, shownMax)
            .map((item) => (
              <WaitingLine key={item.id} item={item} />
            ))}
        </ul>
      )}
      {items !== undefined && items.length > shownMax && (
        <Link to={spec.to} className="back">
          {t('home.all', { count: items.length, title })}
        </Link>
      )}
    </section>
  );
}

/** An empty list takes a line instead of a card, with the link to the whole list. */
function Quiet({ cards, isAll }: { readonly cards: readonly Card[]; readonly isAll: boolean }) {
  const { t } = useTranslation();
  if (cards.length === 0) return null;
  return (
    <div className="card quiet" role="status">
      <p>{t(isAll ? 'home.nothing' : 'home.nothingElse')}</p>
      <ul className="plain-list">
        {cards.map(({ spec }) => (
          <li key={spec.key}>
            <Link to={spec.to}>{t(`home.card.${spec.key}`)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
