import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { type BranchLine, type Order, orders, tellingFigure } from './overview.model.js';

/** The figure that the map shows and the table begins with, as the address says, or else one that says something. */
export function useOrder(lines: readonly BranchLine[]): Order {
  const [search] = useSearchParams();
  return orders.find((one) => one === search.get('order')) ?? tellingFigure(lines);
}

interface OrderChoiceProps {
  readonly chosen: Order;
  readonly label: string;
  /** How a figure is named here; by its column where nothing is said. */
  readonly nameOf?: (column: string) => string;
}

export function OrderChoice({ chosen, label, nameOf = (column) => column }: OrderChoiceProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const choose = (order: Order | undefined): void => {
    if (order === undefined) search.delete('order');
    else search.set('order', order);
    setSearch(search, { replace: true });
  };
  return (
    <Choice<Order>
      label={label}
      value={chosen}
      options={orders.map((value) => ({ value, label: nameOf(t(`overview.column.${value}`)) }))}
      onChange={choose}
    />
  );
}
