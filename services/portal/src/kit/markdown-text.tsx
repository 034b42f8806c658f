import Markdown, { type Components } from 'react-markdown';

/** Headings stand below that of the page; pictures are named, as the page loads none from elsewhere. */
const components: Components = {
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  img: ({ alt }) => <span>{alt}</span>,
  a: ({ href, children }) => (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ),
};

/** A text with its marks. HTML in it is shown as it is written, and addresses that would run a script lead nowhere. */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      <Markdown components={components}>{text}</Markdown>
    </div>
  );
}
