/** The part of the XML parser's interface that workbooks are read with; it comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(
      event: 'openTag',
      call: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): void;
    on(event: 'closeTag', call: (name: string) => void): void;
    on(event: 'text', call: (value: string, decode: Decode) => void): void;
    on(event: 'cdata' | 'attention', call: (value: string) => void): void;
    on(event: 'error', call: (error: Error) => void): void;
    /** Parses the next part of a document. */
    write(xml: string): this;
    end(): this;
  }
}
