import { parser } from '@prometheus-io/lezer-promql';

/** One metric that an expression reads, with the labels by which it picks. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly value: string }[];
}

/** What an expression in PromQL asks for. */
export interface Expression {
  /** Where the grammar does not allow what stands there; empty for what Prometheus would take. */
  readonly problems: readonly string[];
  readonly selectors: readonly Selector[];
  /** The labels by which it groups or joins. */
  readonly groupedBy: readonly string[];
}

type Node = ReturnType<typeof parser.parse>['topNode'];

/** Reads an expression with the grammar of Prometheus's own page. */
export function readPromQl(text: string): Expression {
  const problems: string[] = [];
  const selectors: Selector[] = [];
  const groupedBy: string[] = [];
  const textOf = (node: Node): string => text.slice(node.from, node.to);
  const take = (node: Node): void => {
    if (node.type.isError) problems.push(`at ${node.from}: ${text.slice(node.from, node.from + 20)}`);
    if (node.name === 'VectorSelector') selectors.push(selectorOf(node, textOf));
    if (node.name === 'GroupingLabels') groupedBy.push(...node.getChildren('LabelName').map(textOf));
    for (let child = node.firstChild; child !== null; child = child.nextSibling) take(child);
  };
  take(parser.parse(text).topNode);
  return { problems, selectors, groupedBy };
}

function selectorOf(node: Node, textOf: (node: Node) => string): Selector {
  const name = node.getChild('Identifier');
  const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
  return {
    metric: name === null ? '' : textOf(name),
    matchers: matchers.map((matcher) => {
      const [label, value] = [matcher.getChild('LabelName'), matcher.getChild('StringLiteral')];
      return {
        label: label === null ? '' : textOf(label),
        value: value === null ? '' : textOf(value).slice(1, -1),
      };
    }),
  };
}
