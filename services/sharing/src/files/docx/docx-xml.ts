import { xml, type XmlGeneralNode, type XmlNode } from 'easy-template-x';

export type Element = XmlGeneralNode;

/** @throws if it is not well-formed XML */
export function parseXml(text: string): Element {
  const root = xml.parser.parse(text);
  if (!xml.query.isGeneralNode(root)) throw new Error('no element');
  return root;
}

export function elementsOf(node: XmlNode | undefined): Element[] {
  return (node?.childNodes ?? []).filter((child) => xml.query.isGeneralNode(child));
}

/** The first element along a path of names below a node. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): Element | undefined {
  let found: XmlNode | undefined = node;
  for (const name of path) found = elementsOf(found).find(({ nodeName }) => nodeName === name);
  return found as Element | undefined;
}

export function attribute(node: Element | undefined, name: string): string | undefined {
  return node?.attributes?.[name];
}

/** The `w:val` of a child, as most settings of a .docx are written. */
export function valueOf(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  return attribute(find(node, ...path), 'w:val');
}

/** Whether a setting is on; an element without a value means yes. Undefined if it is absent. */
export function flagOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const element = find(node, name);
  if (element === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(attribute(element, 'w:val') ?? 'true');
}

/** A whole number in an attribute; undefined if it is none. */
export function numberOf(node: Element | undefined, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const text = attribute(node, name);
    const number = text === undefined ? Number.NaN : Number.parseFloat(text);
    if (Number.isFinite(number)) return number;
  }
  return undefined;
}

/** Converts twentieths of a point, the unit of .docx, to points. */
export function points(twips: number | undefined): number | undefined {
  return twips === undefined ? undefined : twips / 20;
}

export function textIn(node: XmlNode): string {
  return (node.childNodes ?? [])
    .map((child) => (xml.query.isTextNode(child) ? child.textContent : ''))
    .join('');
}

/** All descendants of a node with one name. */
export function descendants(node: XmlNode | undefined, name: string): Element[] {
  return elementsOf(node).flatMap((child) => [
    ...(child.nodeName === name ? [child] : []),
    ...descendants(child, name),
  ]);
}
