import { useLocation } from 'react-router';
import { useKeptList } from './kept-list.js';
import {
  type ListLook,
  listNameOf,
  type ListView,
  lookOf,
  textOfView,
  viewsOf,
  withView,
  wordsOf,
} from './list-look.model.js';

/** How the person has the list of this address shown, as this device keeps it. */
export function useListLook() {
  const { pathname } = useLocation();
  const [words, keep] = useKeptList(`look:${listNameOf(pathname)}`);
  return { look: lookOf(words), setLook: (look: ListLook): void => keep(wordsOf(look)) };
}

/** The views of the list of this address that the person has named, as this device keeps them. */
export function useListViews() {
  const { pathname } = useLocation();
  const [texts, keep] = useKeptList(`views:${listNameOf(pathname)}`);
  const views = viewsOf(texts);
  const keepAll = (changed: readonly ListView[]): void => keep(changed.map(textOfView));
  return {
    views,
    save: (view: ListView): void => keepAll(withView(views, view)),
    drop: (name: string): void => keepAll(views.filter((one) => one.name !== name)),
  };
}
