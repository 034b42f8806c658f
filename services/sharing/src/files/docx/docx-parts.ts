import { posix } from 'node:path';
import { attribute, descendants, type Element, elementsOf, parseXml, textIn } from './docx-xml.js';

const officeDocument = '/officeDocument';

/** A relation of a part: its type and its target. */
interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of a .docx by their purpose. XML is parsed on demand. */
export class DocxParts {
  readonly documentPath: string;
  readonly document: Element;

  /** @throws if there is no document in it */
  constructor(private readonly parts: ReadonlyMap<string, Buffer>) {
    const main = this.relations('').find(({ type }) => type.endsWith(officeDocument));
    this.documentPath = main?.target ?? '';
    this.document = this.root(this.documentPath);
  }

  get styles(): Element | undefined {
    const relation = this.relations(this.documentPath).find(({ type }) => type.endsWith('/styles'));
    return relation === undefined ? undefined : this.root(relation.target);
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  /** All text of the document, its headers and footers. */
  text(): string {
    const edges = this.relations(this.documentPath).filter(({ type }) => /\/(header|footer)$/.test(type));
    const roots = [this.document, ...edges.map(({ target }) => this.root(target))];
    return roots.flatMap((root) => descendants(root, 'w:t').map(textIn)).join('');
  }

  /** The header or footer of a section's default pages. */
  edge(section: Element | undefined, name: 'header' | 'footer'): { path: string; root: Element } | undefined {
    const references = elementsOf(section).filter(({ nodeName }) => nodeName === `w:${name}Reference`);
    const usual = references.find((one) => attribute(one, 'w:type') === 'default') ?? references[0];
    const id = attribute(usual, 'r:id');
    const relation = this.relations(this.documentPath).find((one) => one.id === id && !one.isExternal);
    return relation === undefined ? undefined : { path: relation.target, root: this.root(relation.target) };
  }

  related(path: string, relationId: string): Buffer | undefined {
    const relation = this.relations(path).find(({ id }) => id === relationId);
    return relation === undefined || relation.isExternal ? undefined : this.parts.get(relation.target);
  }

  /** External targets, which a reader's program would load from elsewhere. */
  externalTargets(): string[] {
    return this.names
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => relationsIn(this.root(name), ''))
      .filter(({ isExternal, type }) => isExternal || type.endsWith('/attachedTemplate'))
      .map(({ target }) => target);
  }

  private relations(path: string): Relation[] {
    const file = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
    const name = path === '' ? '_rels/.rels' : file;
    return this.parts.has(name) ? relationsIn(this.root(name), posix.dirname(path)) : [];
  }

  private root(name: string): Element {
    const part = this.parts.get(name);
    if (part === undefined) throw new Error('a part is missing');
    const text = part.toString('utf8');
    // No program that writes .docx declares a document type; a declaration is an attempt to expand entities.
    if (text.includes('<!DOCTYPE')) throw new Error('a document type');
    return parseXml(text);
  }
}

function relationsIn(root: Element, folder: string): Relation[] {
  return elementsOf(root)
    .filter(({ nodeName }) => nodeName === 'Relationship')
    .map((node) => {
      const target = attribute(node, 'Target') ?? '';
      const isExternal = attribute(node, 'TargetMode') === 'External';
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return {
        id: attribute(node, 'Id') ?? '',
        type: attribute(node, 'Type') ?? '',
        isExternal,
        target: isExternal ? target : inside,
      };
    });
}
