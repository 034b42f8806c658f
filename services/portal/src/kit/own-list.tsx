import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { PagedList } from './paged-list.js';

interface OwnListProps<Item> {
  /** Of the card, as an address can name it; its title carries it too. */
  readonly id: string;
  readonly title: string;
  readonly list: ComponentProps<typeof PagedList<Item>>['list'];
  /** One sentence where there is nothing, with what one could do instead. */
  readonly empty: { readonly text: string; readonly action?: ReactNode };
  /** Below the title and below the list. */
  readonly hint?: string;
  readonly footer?: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A card with a list of the reader's own things. Where there are none, one sentence stands below all cards in its place. */
export function OwnList<Item>({ id, title, list, empty, hint, footer, children }: OwnListProps<Item>) {
  const { items, hasNextPage, error } = list;
  const card = useShownByHash(id);
  // Nothing before it is known: most of these lists are empty for most people, and a card that leaves again is noise.
  if (items === undefined && error === null) return null;
  if (items?.length === 0 && !hasNextPage) {
    return (
      <p className="own-none hint">
        {empty.text} {empty.action}
      </p>
    );
  }
  return (
    <section ref={card} className="card" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <PagedList list={list} empty={empty}>
        {children}
      </PagedList>
      {footer}
    </section>
  );
}

/** Comes into view where the address names it: the browser looked for it before it was there. */
function useShownByHash(id: string) {
  const { hash } = useLocation();
  const element = useRef<HTMLElement>(null);
  const wasShown = useRef(false);
  useEffect(() => {
    if (hash !== `#${id}` || wasShown.current || element.current === null) return;
    wasShown.current = true;
    element.current.scrollIntoView();
  });
  return element;
}
