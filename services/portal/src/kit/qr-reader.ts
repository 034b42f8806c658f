/** What finds codes in a picture: the browser's own, where it has one, or ours. */
export interface QrReader {
  detect(source: CanvasImageSource & ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface NativeDetector {
  new (options: { readonly formats: readonly string[] }): QrReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

const formats = ['qr_code'] as const;

/** The decoder is a megabyte, which only a browser without one of its own ever loads, and always from ourselves. */
export async function createQrReader(): Promise<QrReader> {
  const Native = (globalThis as { readonly BarcodeDetector?: NativeDetector }).BarcodeDetector;
  if (Native !== undefined && (await Native.getSupportedFormats()).includes('qr_code')) {
    return new Native({ formats });
  }
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasmAddress }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });
  return new BarcodeDetector({ formats: [...formats] });
}
